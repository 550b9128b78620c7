"""A new source text: a place for the words, and a sidecar with every key."""

import re
from pathlib import Path

from conflict_figures import schema
from conflict_figures.contribute import write
from conflict_figures.errors import UsageError
from conflict_figures.seeds import utf8

_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
#: What stands behind each key of a new sidecar.
_HELP = {
    "kind": "{kinds}",
    "publisher": "in the source's own words, as title and author are",
    "title": "",
    "author": "",
    "url": "where it stands or stood, as https://example.org/page",
    "language": "its tag: en, pt-BR, zh-Hant",
    "published": "the day or month that the text or its page states: 2025-04-30, 2025-04",
    "accessed": "the day you fetched it: 2025-05-02",
    "licence": "the text's own licence, if it has one",
    "rights": "who holds the rights, and on what ground the text is kept here; never null in the end",
}
_TOP = """\
# What is known of this text. Every key stays. What you do not know stays null,
# and its reason goes under `unknown`, as in:   author: not named on the page
"""


def sidecar() -> str:
    """Return a sidecar with every key and nothing filled in.

    >>> print(sidecar().splitlines()[2])
    kind: article      # article, statement, transcript, report, post, dataset
    """
    kinds = ", ".join(code.code for code in schema.codes("source_kind"))
    lines = []
    for key, words in _HELP.items():
        value = "article" if key == "kind" else "null"
        lines.append(f"{f'{key}: {value}':<18} # {words.format(kinds=kinds)}" if words else f"{key}: {value}")
    return _TOP + "\n".join([*lines, "unknown:", "published_inferred: null"]) + "\n"


def create(folder: Path, identifier: str, source: Path | None = None) -> tuple[Path, Path]:
    """Write the text and the sidecar of a new source into ``folder``; return their paths.

    Args:
        folder: where texts are kept.
        identifier: the id of the source.
        source: a file with the text; without one an empty file is made for it.

    Raises:
        UsageError: the id is not made of small letters, digits and single hyphens.
        InputError: one of the files is there already, or the text cannot be kept as it is.
    """
    if not _ID.fullmatch(identifier):
        raise UsageError(f"'{identifier}' is no id of a source", remedy="Use small letters, digits and single hyphens, as in ministry-bulletin-2031-06-14")
    text = "" if source is None else utf8.read(source, str(source))
    names = f"{identifier}.txt", f"{identifier}.yaml"
    write.files(folder, dict(zip(names, (text.encode("utf-8"), sidecar().encode("utf-8")), strict=True)))
    return folder / names[0], folder / names[1]
