"""The pages of a coding sheet: which rows are of one page, and what they say about it."""

from conflict_figures.contribute import cells
from conflict_figures.contribute.columns import PAGE, RIGHTS, named
from conflict_figures.contribute.sheet import Row
from conflict_figures.extract.ids import slug

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
#: Facts of a source that a sheet may leave open; the table `sources` gives the reason for each.
_OPEN = ("publisher", "title", "author", "url", "language", "published", "accessed", "licence")


def source_id(batch: str, row: Row) -> str:
    """Return the id of the row's page: the batch with the page's short name, or with its publisher and day.

    The day is that of the month, as in `river-war-gazette-0612`; two pages that come to one id need a name.
    """
    page = cells.name(row, "page", _ID, "gazette-0612")
    if page is None:
        if row.cells["publisher"] is None:
            raise cells.Unreadable(row.fault("page", "required", "neither the page nor its publisher is named", "Fill `page` or `publisher`"))
        day = "".join((cells.day(row, "published") or "").partition("/")[0].strip("~?%.").split("-")[1:])
        page = "-".join(part for part in (slug(row.cells["publisher"]), day) if part)
    return f"{batch}-{page}"


class Page:
    """What the rows of one page say about it: the first row that fills a cell counts, and no other may differ."""

    def __init__(self, identifier: str) -> None:
        self.identifier = identifier
        self.facts: dict[str, tuple[str, Row]] = {}

    def add(self, row: Row) -> None:
        """Take over what the row says about its page."""
        for column in PAGE:
            value = row.cells[column]
            if value is None:
                continue
            known, first = self.facts.setdefault(column, (value, row))
            if known != value:
                raise cells.Unreadable(row.fault(
                    column, "sheet-page", f"'{value}', and line {first.line} says '{known}' of the same page, {self.identifier}",
                    "Correct one of them; if they are two pages, give each a short name of its own in `page`",
                ))  # fmt: skip

    def source(self) -> dict:
        """Return the page's row of the table `sources`."""
        said = {column: self._read(column) for column in PAGE}
        facts = {column: said.get(column) for column in _OPEN}
        unknown = "; ".join(f"{column}: not coded" for column in _OPEN if facts[column] is None)
        return {
            "source_id": self.identifier, "kind": said["kind"] or "article", "country": said["publisher_country"],
            **facts, "rights": said["rights"] or RIGHTS, "unknown": unknown or None,
            "coded_by": "hand", "review": "unchecked",
        }  # fmt: skip

    def _read(self, column: str):
        if column not in self.facts:
            return None
        value, row = self.facts[column]
        if named(column).codes:
            return cells.code(row, column)
        if column == "published":
            return cells.day(row, column)
        if column == "accessed":
            return cells.whole_day(row, column)
        return value
