"""One actor of a text: a person, body, force or state under the names that the text gives it."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Actor:
    """One actor of a text: its name as the text gives it, and its other names in order of appearance."""

    name: str
    kind: str
    iso3: str | None = None
    aliases: list[str] = field(default_factory=list)

    def also(self, words: str) -> None:
        """Add another name, unless it is known."""
        if words != self.name and words not in self.aliases:
            self.aliases.append(words)
