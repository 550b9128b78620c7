"""Is a block of bytes text at all: UTF-8, without NUL, its quotes where quotes may stand?"""

from dataclasses import dataclass

import pyarrow

from conflict_figures.check.reading.blocks import misplaced_quotes

_UTF16 = {b"\xff\xfe": "little-endian", b"\xfe\xff": "big-endian"}


@dataclass(frozen=True)
class Unsound:
    """The first fault of a block; ``byte`` and ``line`` count from 0 within it, ``{byte}`` stands for the byte of the file."""

    rule: str
    byte: int
    line: int
    message: str
    remedy: str


def check(data: bytes, head: bool = False) -> Unsound | None:
    """Return why ``data`` is no text; ``head`` says that the file begins with it."""
    if head and data[:2] in _UTF16:
        message = f"the file is UTF-16 ({_UTF16[data[:2]]}), not UTF-8: it begins with the bytes 0x{data[0]:02X} 0x{data[1]:02X}"
        return Unsound("encoding", 0, 0, message, "Save the file as UTF-8; spreadsheets call it “CSV UTF-8”")
    nul = data.find(b"\0")
    if nul >= 0:
        return _at(data, nul, "nul", "byte {byte} is 0x00, which no text holds", "Export the file again; what wrote it left binary data in it")
    if data.isascii() or _is_utf8(data):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        code = data[error.start]
        message = f"byte {{byte}} (0x{code:02X}) is not UTF-8{_guess(code)}"
        return _at(data, error.start, "encoding", message, "Save the file as UTF-8 and check the words around that byte")
    return None


def quotes(data: bytes) -> Unsound | None:
    """Return the first double quote that stands inside a cell without being doubled."""
    places = misplaced_quotes(data)
    if not places:
        return None
    message = "a double quote stands inside a cell that is not in quotes, or text follows a closing quote"
    return _at(data, places[0], "quoting", message, "Put the whole cell into double quotes and write the quote inside it twice")


def _at(data: bytes, byte: int, rule: str, message: str, remedy: str) -> Unsound:
    return Unsound(rule, byte, data.count(b"\n", 0, byte), message, remedy)


def _is_utf8(data: bytes) -> bool:
    # Arrow reads the bytes where they are; decoding would copy them
    ends = pyarrow.array([0, len(data)], pyarrow.int32()).buffers()[1]
    text = pyarrow.Array.from_buffers(pyarrow.string(), 1, [None, ends, pyarrow.py_buffer(data)])
    try:
        text.validate(full=True)
    except pyarrow.ArrowInvalid:
        return False
    return True


def _guess(code: int) -> str:
    """Say what the letter would be in the encoding that most files that are not UTF-8 have."""
    try:
        letter = bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return f"; in Windows-1252 it is '{letter}'" if letter.isprintable() else ""
