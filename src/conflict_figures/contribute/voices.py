"""The actors of a coding sheet: each name is one actor, of one kind, for one country."""

from conflict_figures.contribute import cells
from conflict_figures.contribute.sheet import Row
from conflict_figures.extract.ids import slug

#: The actor that stands for a publisher who is not known.
NOBODY = {"actor_id": "unattributed", "name": "unattributed", "kind": "unknown", "country_iso3": None, "aliases": None}
#: Pages that a body issues in its own name.
_ISSUED = ("statement", "report", "dataset")


class Voices:
    """The actors of a batch, collected row by row; the ids are the batch and the name."""

    def __init__(self, batch: str) -> None:
        self.batch = batch
        self.said: dict[str, dict[str, tuple[str, Row]]] = {}
        self.likely: dict[str, str] = {}
        self.first: dict[str, tuple[Row, str]] = {}

    def outlet(self, row: Row, column: str, name: str, kind: str | None = None) -> str:
        """Return the id of a publisher or an agency; what it is need not be said."""
        self.likely.setdefault(name, "body" if kind in _ISSUED else "outlet")
        return self._actor(row, column, name)

    def voice(self, row: Row, column: str) -> str | None:
        """Return the id of the speaker or the origin of a row."""
        name = row.cells[column]
        if name is None:
            return None
        kind = cells.code(row, f"{column}_kind")
        if kind is not None:
            self._say(row, f"{column}_kind", name, "kind", kind)
        country = cells.code(row, f"{column}_country")
        if country is not None:
            self._say(row, f"{column}_country", name, "country_iso3", country)
        return self._actor(row, column, name)

    def country(self, row: Row, name: str, code: str) -> None:
        """Note the country of a publisher."""
        self._say(row, "publisher_country", name, "country_iso3", code)

    def _actor(self, row: Row, column: str, name: str) -> str:
        identifier = f"{self.batch}.{slug(name)}"
        self.first.setdefault(name, (row, column))
        twin = next((other for other in self.first if other != name and slug(other) == slug(name)), None)
        if twin is not None:
            raise cells.Unreadable(row.fault(
                column, "sheet-actor", f"'{name}' comes to the same id as '{twin}' on line {self.first[twin][0].line}", "Write one name for one actor"
            ))  # fmt: skip
        return identifier

    def _say(self, row: Row, column: str, name: str, what: str, value: str) -> None:
        known, first = self.said.setdefault(name, {}).setdefault(what, (value, row))
        if known != value:
            raise cells.Unreadable(row.fault(
                column, "sheet-actor", f"'{name}' is {value} here and {known} on line {first.line}", "Correct one of them"
            ))  # fmt: skip

    def actors(self) -> tuple[list[dict], list]:
        """Return the rows of the table `actors`, and a finding for each name of which no row says what it is."""
        rows, found = [], []
        for name, (row, column) in self.first.items():
            said = {what: value for what, (value, _) in self.said.get(name, {}).items()}
            kind = said.get("kind") or self.likely.get(name) or ("group" if "; " in name else None)
            if kind is None:
                found.append(row.fault(
                    column, "sheet-actor", f"no row says what '{name}' is", f"Fill `{column}_kind` here: person, body, group, force, state or outlet"
                ))  # fmt: skip
            rows.append({"actor_id": f"{self.batch}.{slug(name)}", "name": name, "kind": kind, "country_iso3": said.get("country_iso3"), "aliases": None})
        return rows, found
