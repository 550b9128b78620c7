"""Source texts with their sidecars, as rows of the table ``sources`` and as what anchors point into."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.sheet import Sheet, fault
from conflict_figures.errors import InputError

#: Bytes of the longest sidecar and the longest text; both stay far below.
LONGEST_SIDECAR = 1 << 18
LONGEST_TEXT = 64 << 20
#: Texts that explain a folder and are no sources.
NOTES = {"readme", "license", "licence", "notes", "changelog", "requirements"}


@dataclass(frozen=True)
class Texts:
    """The texts by id, their rows as a sheet, and what is wrong with them."""

    texts: dict[str, str]
    sheet: Sheet | None
    findings: tuple[Finding, ...]


def read(files: Sequence[Path], shown: Sequence[str]) -> Texts:
    """Read texts (``<id>.txt``) and sidecars (``<id>.yaml``); each needs the other beside it."""
    from conflict_figures.seeds.texts import row
    from conflict_figures.tabular import to_arrow

    known = dict(zip(files, shown, strict=True))
    texts: dict[str, str] = {}
    rows: list[dict] = []
    paths: dict[str, str] = {}
    findings: list[Finding] = []
    for stem in dict.fromkeys(path.with_suffix("") for path in files):
        text, sidecar = stem.with_suffix(".txt"), stem.with_suffix(".yaml")
        one = known.get(text) or known.get(sidecar)
        lacking = next((path for path in (text, sidecar) if path not in known), None)
        if lacking is not None:
            what = "text" if lacking is text else "sidecar"
            findings.append(fault("sources", one, "sidecar", f"the source '{stem.name}' has no {what}", f"Add {lacking.name} beside it"))
        words, facts = _text(text, known, findings), _sidecar(sidecar, known, findings)
        if words is not None:
            texts[stem.name] = words
        if words is not None and facts is not None:
            filled = row(stem.name, words, facts)
            rows.append({column: filled.get(column) for column in schema.table("sources").written_names})
            paths[stem.name] = known[sidecar]
    sheet = None
    if rows:
        table = to_arrow({"sources": rows})["sources"]
        at = [paths[source] for source in table["source_id"].to_pylist()]
        sheet = Sheet("sources", at[0], table, paths=at)
    return Texts(texts, sheet, tuple(findings))


def _text(path: Path, known: dict[Path, str], findings: list[Finding]) -> str | None:
    from conflict_figures.seeds import utf8

    if path not in known:
        return None
    if path.stat().st_size > LONGEST_TEXT:
        findings.append(_long(known[path], path.stat().st_size, LONGEST_TEXT))
        return None
    try:
        words = utf8.read(path, known[path])
    except InputError as error:
        findings.append(_finding(error, "text"))
        return None
    if "\0" in words:
        line = words.count("\n", 0, words.index("\0")) + 1
        findings.append(fault("sources", known[path], "nul", "the line holds the byte 0x00, which no text holds", "Save the text again", line))
        return None
    if not words.strip():
        findings.append(fault("sources", known[path], "text", "the text is empty", "Paste the source's text", 1))
        return None
    return words


def _sidecar(path: Path, known: dict[Path, str], findings: list[Finding]):
    from conflict_figures.seeds import sidecar

    if path not in known:
        return None
    if path.stat().st_size > LONGEST_SIDECAR:
        findings.append(_long(known[path], path.stat().st_size, LONGEST_SIDECAR))
        return None
    try:
        facts, faults = sidecar.check(path, known[path])
        findings += [_finding(error, "sidecar") for error in faults]
        return facts
    except RecursionError:
        findings.append(fault("sources", known[path], "sidecar", "the sidecar nests lists without end", "Write one `key: value` a line"))
    return None


def _long(shown: str, size: int, most: int) -> Finding:
    return fault("sources", shown, "too-large", f"the file has {size:,} bytes; {most:,} are the most that are read", "See whether it is the right file")


def _finding(error: InputError, rule: str) -> Finding:
    remedy = (error.remedy or "See seeds/README.md").rstrip(".")
    return fault("sources", str(error.path), rule, error.message.rstrip("."), remedy, error.line)
