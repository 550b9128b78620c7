"""What attribution reading finds: a frame over its content, or a sentence that points back."""

from dataclasses import dataclass, field

from .mentions import Mention
from .tokens import Tokens


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
class Line:
    """What is read of one sentence: its tokens, what is masked and quoted, and the frames found so far.

    ``floor`` is the token below which no further subject or content reaches.
    """

    tokens: Tokens
    first: int
    last: int
    masked: bytearray
    inside: bytearray
    found: list[Frame] = field(default_factory=list)
    floor: int = 0


@dataclass(slots=True)
class Pointer:
    """A sentence that says where the one before it comes from."""

    cue: tuple[int, int]
    speaker: Mention | None = None
    origin: Mention | None = None
    origin_cue: tuple[int, int] | None = None
