"""Does what is validated belong to the dataset itself, or is it to be added to it?"""

import json
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check.reading.package import LONGEST

#: So many folders above a file its descriptor is looked for: a table of a batch lies four below the root of a checkout.
_ABOVE = 4
#: What a checkout or a release holds of the dataset, beside its descriptor.
_PARTS = {"data", "seeds"}


def belongs(path: Path) -> bool:
    """Say whether ``path`` is a release or a checkout of the dataset, or lies in one: among its tables, or in its seeds.

    Rows of such a place are the released ones, or the next edition of them. Other folders of a checkout are anybody's.
    """
    path = path.resolve()
    for root in [path, *path.parents][: _ABOVE + 1]:
        if _is_root(root):
            inside = path.relative_to(root).parts
            return len(inside) < 2 or inside[0] in _PARTS
    return False


def _is_root(folder: Path) -> bool:
    descriptor = folder / "datapackage.json"
    try:
        if not descriptor.is_file() or descriptor.stat().st_size > LONGEST:
            return False
        described = json.loads(descriptor.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(described, dict) and described.get("name") == schema.package()["name"]
