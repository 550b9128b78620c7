"""An `Explanation` as text with styles: one rendering, read in colour on a terminal and plain elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from conflict_figures.wording import number

if TYPE_CHECKING:
    from conflict_figures.explanation import Explanation

SHOWN = 8  # links of one kind that are listed
CONTEXT = 32  # code points kept either side of a quotation; a context this long was cut


def render(reason: Explanation) -> Text:
    """The whole page: what the figure says, its sentence, its chain, its dates and its links."""
    page = Text()
    page.append(reason.figure["figure_id"], style="bold").append("  ").append(_reading(reason.figure)).append("\n\n")
    page.append_text(_sentence(reason)).append("\n\n")
    page.append_text(_section("Who says so", _chain(reason)))
    page.append_text(_section("Dates", _dates(reason)))
    if reason.links:
        page.append_text(_section("Links", _links(reason)))
    if reason.findings:
        page.append_text(_section("Findings", [Text(row["message"]) for row in reason.findings]))
    page.append(f"{_sourced(reason.source)}\n", style="dim")
    if reason.source["agencies"]:
        page.append(f"the page rests on {reason.source['agencies']} ({reason.source['agencies_basis']})\n", style="dim")
    page.append(f"coded by {reason.figure['coded_by']}, review: {reason.figure['review']}{_coder(reason.claim)}\n", style="dim")
    page.append(_versions(reason.figure), style="dim")
    return page


def _versions(figure: dict) -> str:
    changed = f", changed in {figure['changed_in']}" if figure["changed_in"] else ""
    return f"in the dataset since version {figure['added_in']}{changed}"


def _coder(claim: dict) -> str:
    """What the coder said of the row beside it."""
    said = [
        claim["confidence"] and f"confidence {claim['confidence']}",
        claim["carried_as"] and f"carried as {claim['carried_as']}",
        claim["issue"] and f"issue {claim['issue'].replace('_', ' ').replace(';', ', ')}",
        claim["note"],
    ]
    return "".join(f"; {part}" for part in said if part)


def _reading(figure: dict) -> str:
    said = f"{figure['measure']}: {_amount(figure)}"
    if figure["rate_per"]:
        said += f" per {figure['rate_per']}"
    notes = [f"unit {figure['unit']}", figure["count_mode"] if figure["count_mode"] != "unspecified" else None]
    notes += ["added to a count stated elsewhere" if figure["increment"] else None]
    notes += [figure["subject"], figure["place"]]
    return " · ".join([said, *(note for note in notes if note)])


def _amount(figure: dict) -> str:
    value, low, high = (None if figure[name] is None else number(figure[name]) for name in ("value", "low", "high"))
    if value is None:
        if low and high:
            return f"{low} to {high}"
        return f"{low} or more" if low else f"{high} or fewer" if high else "a number not stated"
    qualifier = figure["qualifier"].replace("_", " ")
    return value if qualifier == "exact" else f"{qualifier} {value}"


def _sentence(reason: Explanation) -> Text:
    """The quotation with its context, the figure's words in brackets."""
    claim, figure = reason.claim, reason.figure
    if claim["quote"] is None or figure["start"] is None or claim["start"] is None:
        # rows that people coded from sources whose words may not be passed on
        coded = figure["as_coded"]
        return Text(f"  [{coded}]  as coded; the words of this source are not held here" if coded else "  The words of this source are not held here.")
    quote, before, after = claim["quote"], _before(claim["prefix"] or ""), _after(claim["suffix"] or "")
    start, end = figure["start"] - claim["start"], figure["end"] - claim["start"]
    sentence = Text("  ")
    sentence.append(before, style="dim")
    sentence.append(_one_line(quote[:start]))
    sentence.append(f"[{_one_line(quote[start:end])}]", style="bold reverse")
    sentence.append(_one_line(quote[end:]))
    sentence.append(after, style="dim")
    return sentence


def _before(words: str) -> str:
    """The context before a quotation, from the last line break on: what stands above is another paragraph."""
    line = words.rpartition("\n")[2]
    return f"…{line}" if len(line) == CONTEXT else line.lstrip()


def _after(words: str) -> str:
    line = words.partition("\n")[0]
    return f"{line}…" if len(line) == CONTEXT else line.rstrip()


def _one_line(words: str) -> str:
    return " ".join(words.splitlines())


def _section(title: str, lines: list[Text]) -> Text:
    section = Text().append(title, style="bold").append("\n")
    for line in lines:
        section.append("  ").append_text(line).append("\n")
    return section.append("\n")


def _chain(reason: Explanation) -> list[Text]:
    lines = []
    for hop in reason.chain:
        line = Text(f"{hop['hop']}  {hop['role']:<9}  ").append(hop["name"], style="cyan")
        if hop["actor_text"] and hop["actor_text"] != hop["name"]:
            where = "in the text" if hop["actor_start"] is not None else "as coded"
            line.append(f", {where} “{_one_line(hop['actor_text'])}”")
        if hop["basis"] == "derived":
            line.append("  by the credit of the whole page")
        if hop["cue"]:
            line.append("  by the words ").append(f"“{_one_line(hop['cue'])}”", style="yellow")
        lines.append(line)
    claim = reason.claim
    lines.append(Text(f"stance {claim['stance']}, certainty {reason.figure['certainty']}"))
    return lines


def _dates(reason: Explanation) -> list[Text]:
    lines = []
    for row in reason.dates:
        line = Text(f"{row['role'].replace('_', ' ')}  ").append(row["edtf"] or "not resolved", style="green")
        if row["note"]:
            line.append(f"  coded from “{row['note']}”")
        if row["text"]:
            line.append(f"  from the words “{_one_line(row['text'])}”")
        if row["resolved_against"]:
            line.append(f", read on {row['resolved_against']}")
        lines.append(line)
    if not any(row["role"] == "published" and row["edtf"] for row in reason.dates):
        lines = [line for line, row in zip(lines, reason.dates, strict=True) if row["role"] != "published"]
        lines.append(Text(f"published  not known{_reason(reason.source, 'published')}"))
        inferred = reason.source["published_inferred"]
        if inferred:
            confidence = reason.source["published_inferred_confidence"]
            lines.append(Text(f"published, inferred  {inferred} ({confidence} confidence; recorded, not used)"))
    if reason.figure["date_id"] is None:
        lines.insert(0, Text("of the figure  none stated"))
    return lines


def _reason(source: dict, column: str) -> str:
    """Why a column of the source is empty, from its ``unknown``: "publisher: not in the text; url: …"."""
    for part in (source["unknown"] or "").split("; "):
        name, _, words = part.partition(": ")
        if name == column:
            return f": {words}"
    return ""


def _links(reason: Explanation) -> list[Text]:
    """Every link, at most `SHOWN` of one kind: a much repeated statement is tied to a hundred others."""
    lines = []
    kinds: dict[str, list[dict]] = {}
    for link in reason.links:
        kinds.setdefault(link["reads"], []).append(link)
    for reads, links in kinds.items():
        for link in links[:SHOWN]:
            line = Text(f"{reads}  ").append(link["other"], style="bold")
            if link["words"]:
                line.append(f"  “{_one_line(link['words'])}”")
            if link["publisher"]:
                line.append(f", {link['publisher']}")
            lines.append(line.append(f"  ({link['basis']})", style="dim"))
        if len(links) > SHOWN:
            lines.append(Text(f"{reads}  {len(links) - SHOWN:,} more", style="dim"))
    return lines


def _sourced(source: dict) -> str:
    known = [source["author"], source["title"] and f"“{source['title']}”", source["publisher"], source["url"]]
    return ", ".join(part for part in known if part) or source["source_id"]
