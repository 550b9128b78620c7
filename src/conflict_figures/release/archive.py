"""Files as a zip that is the same bytes wherever it is made."""

import io
import zipfile
from collections.abc import Mapping

#: The first moment that a zip can name: no clock is read.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644


def encode(folder: str, files: Mapping[str, bytes]) -> bytes:
    """Return a zip that holds ``files``, by their paths, in one folder.

    The files are stored as they are. Compressed, their bytes would depend on the library that Python was built with; the
    Parquet files are compressed already.

    >>> encode("a", {"x": b"1"}) == encode("a", {"x": b"1"})
    True
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            member = zipfile.ZipInfo(f"{folder}/{path}", _MOMENT)
            # otherwise the member says on which system it was made
            member.create_system = 3
            member.external_attr = _READABLE << 16
            archive.writestr(member, files[path])
    return out.getvalue()
