"""Text of a contribution, made safe to look at: what would act on a terminal or turn lines round is shown as an escape."""

import re

#: The longest piece of a contribution's text that a report shows.
LONGEST = 300
# control characters; marks that change the direction of what follows; what breaks a line or cannot be seen; lone surrogates
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: object, longest: int = LONGEST) -> str:
    """Return ``text`` on one line, with every character that acts instead of being seen as its escape, and not too long.

    >>> visible("a\\x1b[31mb\\u202ec\\nd")
    'a\\\\x1b[31mb\\\\u202ec\\\\nd'
    """
    text = str(text)
    if len(text) > longest:
        text = f"{text[:longest]}… ({len(text):,} characters)"
    return _ACTING.sub(_escape, text)


def _escape(match: re.Match) -> str:
    letter = match[0]
    number = ord(letter)
    return _SHORT.get(letter) or (f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}" if number < 65536 else f"\\U{number:08x}")
