"""Dates of sources, written in EDTF, as the styles of citation write them."""

import re

_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)", re.ASCII)
# calendar.month_name would follow the locale
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def parts(edtf: str) -> tuple[int, ...] | None:
    """Return year, month and day as far as they are stated, for one certain point in time; None for anything else.

    >>> parts("2025-04-30"), parts("2025-04"), parts("2025-04~"), parts("2025-21"), parts("../2025")
    ((2025, 4, 30), (2025, 4), None, None, None)
    """
    match = _POINT.fullmatch(edtf)
    if not match or match[4] or int(match[2] or 1) > 12:
        return None
    return tuple(int(part) for part in match.groups()[:3] if part)


def year(edtf: str) -> str | None:
    """Return the year of a date that lies in one, be it certain or not; None for an interval.

    >>> year("2025-04~"), year("2024-12/2025-01")
    ('2025', None)
    """
    match = _POINT.fullmatch(edtf)
    return match[1] if match else None


def words(edtf: str) -> str:
    """Return a date as the APA writes it, with what is uncertain about it.

    >>> words("2025-04-30"), words("2025-04~"), words("2025-21")
    ('2025, April 30', 'ca. 2025, April', '2025, spring')
    >>> words("../2025-04-30"), words("2025-04/.."), words("2025-04-28/2025-04-30")
    ('2025, April 30 or before', '2025, April or later', '2025, April 28 to 2025, April 30')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if first == "..":
        return f"{_point(last)} or before"
    return f"{_point(first)} or later" if last == ".." else f"{_point(first)} to {_point(last)}"


def _point(edtf: str) -> str:
    match = _POINT.fullmatch(edtf)
    if not match:
        return edtf
    said = match[1]
    if match[2]:
        number = int(match[2])
        said += f", {_SEASONS.get(number) or _MONTHS[number - 1]}"
    if match[3]:
        said += f" {int(match[3])}"
    return {"~": "ca. ", "?": "probably ", "%": "probably ca. "}.get(match[4], "") + said
