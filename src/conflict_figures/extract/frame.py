"""What attribution reading finds: a frame over its content, or a sentence that points back."""

from dataclasses import dataclass, field

from .mentions import Mention


@dataclass(slots=True)
class Frame:
    """One attribution over the tokens ``first`` to ``last`` (exclusive) of content."""

    first: int
    last: int
    speaker: Mention | None = None
    origin: Mention | None = None
    cue: tuple[int, int] | None = None  # token span of the cue for the speaker
    origin_cue: tuple[int, int] | None = None
    stance: str = "asserted"
    certainty: str = "stated"
    act: bool = False  # denied, thanked: the clause itself is the claim
    same_speaker: bool = False  # "…, assuring that": the speaker of the frame before
    stop: int = 0  # the token after the whole frame, cue included
    before: list[Mention] = field(default_factory=list)  # outlets that only pass the speaker's words on
    between: list[Mention] = field(default_factory=list)  # the hops between speaker and origin

    @property
    def start(self) -> int:
        """Return the first token of the frame, its speaker included."""
        return min(self.first, self.speaker.start) if self.speaker else self.first


@dataclass(slots=True)
class Pointer:
    """A sentence that says where the one before it comes from."""

    cue: tuple[int, int]
    speaker: Mention | None = None
    origin: Mention | None = None
    origin_cue: tuple[int, int] | None = None
