"""Read a seed file as text without changing one byte of it."""

from pathlib import Path

from conflict_figures.errors import InputError


def read(path: Path, name: str) -> str:
    """Return the text of ``path``, exactly as stored.

    ``name`` is how messages call the file (its path from the checkout root). Offsets count the code
    points of this very string, so nothing is normalised; what would make two machines disagree about
    it (another encoding, a byte order mark, carriage returns that git may rewrite) is refused.

    Raises:
        InputError: the file is not UTF-8, begins with a byte order mark, or holds a carriage return.
    """
    text = decode(path.read_bytes(), name)
    if text.startswith("\ufeff"):
        raise InputError(
            "the file begins with a byte order mark, which would shift every offset by one",
            path=name,
            line=1,
            remedy="Save the file as UTF-8 without a byte order mark",
        )
    if "\r" in text:
        raise InputError(
            "the line ends with a carriage return, which git may rewrite on another machine",
            path=name,
            line=text.count("\n", 0, text.index("\r")) + 1,
            remedy="Save the file with LF line ends",
        )
    return text


def decode(data: bytes, name: str) -> str:
    """Return the text of a file's bytes as stored, whatever its line ends.

    Raises:
        InputError: the bytes are not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8",
            path=name,
            line=data.count(b"\n", 0, error.start) + 1,
            remedy="Save the file as UTF-8 and check the words around that byte",
        ) from None
