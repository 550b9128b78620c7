"""Where the extractor and the coding differ, in words with the place in the text."""

from dataclasses import dataclass, field

from . import matching
from .gold import Gold, Row

_AROUND = 50  # code points shown before and behind


@dataclass(slots=True)
class Difference:
    """One difference: the text's id, what differs, how, and the words with their surroundings."""

    id: str
    what: str
    message: str
    context: str

    def __str__(self) -> str:
        return f"{self.id}  {self.what}: {self.message}\n    {self.context}"


@dataclass(slots=True)
class Notes:
    """Takes down the differences of one text."""

    gold: Gold
    found: list[Difference] = field(default_factory=list)

    def unmatched(self, row: Row, misread: Row | None) -> None:
        """A figure of the coding that was not found, or found with other numbers."""
        if misread is None:
            self._note("missed figure", _described(row), row)
        else:
            self._note("other numbers", f"{_described(row)}, found {_described(misread)}", row)

    def false(self, row: Row, reason: str | None) -> None:
        """A figure that the coding does not have."""
        self._note("false figure", _described(row) + (f", but it is no figure: {reason}" if reason else ""), row)

    def field(self, name: str, wanted: Row, found: Row) -> None:
        """A field that differs."""
        self._note(name, f"{wanted.get(name)!r}, found {found.get(name)!r}", wanted)

    def link(self, name: str, what: str, one: int, other: int) -> None:
        """A link between two figures, given by position, that is missed or false."""
        figures = self.gold.coding.figures
        start, end = figures[one]["start"], figures[one]["end"]
        self._note(f"{what} {name}", f"with {self.gold.text[start:end]!r} at {start}", figures[other])

    def claim_field(self, name: str, wanted: Row, found: Row) -> None:
        """A stance or certainty of a claim that differs."""
        self._note(f"claim's {name}", f"{wanted.get(name)!r}, found {found.get(name)!r}", wanted)

    def missed_claim(self, row: Row, nearest: Row | None) -> None:
        """A claim that was not found, and whose it was said to be where only the speaker differs."""
        near = nearest is not None and matching.closeness(row, nearest) >= 0.5
        other = f", found with speaker {nearest.get('speaker')!r}" if near else ""
        self._note("missed claim", f"speaker {row.get('speaker')!r}{other}", row)

    def false_claim(self, row: Row) -> None:
        """A claim that the coding does not have."""
        self._note("false claim", f"speaker {row.get('speaker')!r}", row)

    def _note(self, what: str, message: str, row: Row) -> None:
        text, start, end = self.gold.text, row["start"], row["end"]
        before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        context = f"{before}[{text[start:end]}]{behind}".replace("\n", "⏎")
        self.found.append(Difference(self.gold.id, what, message, context))


def _described(row: Row) -> str:
    numbers = row["value"] if row.get("value") is not None else f"{row.get('low')}…{row.get('high')}"
    return f"{row.get('qualifier')} {numbers} {row.get('measure')}/{row.get('unit')}"
