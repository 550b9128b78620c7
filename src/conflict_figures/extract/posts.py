"""Posts of social media under a line that names the account: "Ana Vidal (@avidal), 13:31", "Rear Guard, 08:40"."""

from . import lexicon, names
from .blocks import Sentence
from .mentions import Mention
from .tokens import Tokens

_LONGEST = 18  # tokens of a heading
_MARKS = frozenset(",(@·|–—:")
_PLATFORMS = frozenset("telegram twitter x facebook bluesky mastodon vkontakte instagram channel account post thread via".split())
Span = tuple[int, int]


def headings(tokens: Tokens, sentences: list[Sentence]) -> dict[int, Span]:
    """Return the tokens of the account's name for each heading of a post, by its sentence; empty without posts."""
    found: dict[int, Span] = {}
    handles = False
    for index, sentence in enumerate(sentences[:-1]):
        first, last = sentence.first, sentence.last
        if sentence.block != "headline" or last - first > _LONGEST or sentences[index + 1].paragraph == sentence.paragraph:
            continue
        handle = "@" in tokens.raw[first:last]
        if not handle and "t" not in tokens.kind[first:last]:
            continue
        account = _account(tokens, first, last)
        if account is not None and (handle or _is_stamp(tokens, account[1], last)):
            found[index] = account
            handles = handles or handle
    return found if handles or len(found) > 1 else {}


def _account(tokens: Tokens, first: int, last: int) -> Span | None:
    """The name that opens a heading, up to a comma, a bracket, a handle or the time; the handle where it stands alone."""
    if tokens.raw[first] == "@":
        end = first + 2
        while end < last and tokens.joined(end) and tokens.raw[end] not in _MARKS:
            end += 1
        return (first, end) if end <= last else None
    end = first
    while end < last and tokens.raw[end] not in _MARKS and tokens.kind[end] not in "td":
        end += 1
    while end > first and tokens.word[end - 1] in _PLATFORMS | {"on", "at"}:
        end -= 1
    named = end > first and tokens.capital[first] and tokens.word[first] not in lexicon.speech("label")
    return (first, end) if named else None


def _is_stamp(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a heading ends with its time, and no sentence stands in it."""
    clock = next((k for k in range(last - 1, first - 1, -1) if tokens.kind[k] == "t"), 0)
    return bool(clock) and last - clock <= 6 and not _SAYING.intersection(tokens.word[first:last])


_SAYING = lexicon.function("aux") | lexicon.cues().keys()


def name(tokens: Tokens, account: Span) -> str:
    """Return the name of an account without title: "Governor Ivo Petrak"."""
    named = names.name(tokens, Mention(*account))
    return named.name if named is not None and named.kind == "person" else tokens.span(*account)
