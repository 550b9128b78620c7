"""A report as annotations of a continuous integration run, in the commands that GitHub and Forgejo runners read.

The column of an annotation is the number of the cell in its row.
"""

from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Report
from conflict_figures.check.reports.phrases import place, read, said, sentence, verdict
from conflict_figures.check.reports.visible import visible

#: How many places of one kind are annotated; a run shows only a few anyway, and the closing line has the counts.
PLACES = 10


def render(report: Report) -> str:
    """Return one command a line; a last notice says how many faults there are and what is not shown."""
    lines = [_command(one) for entry in report.entries for one in entry.places[:PLACES]]
    shown = len(lines)
    rest = sum(entry.count for entry in report.entries) - shown
    end = f"{verdict(report)}; read {read(report)}." + (f" {rest:,} further places are not annotated." if rest else "")
    return "\n".join([*lines, f"::notice title=conflict-figures validate::{data(end)}"]) + "\n"


def _command(one: Finding) -> str:
    where = {"file": one.path, "line": one.line, "col": one.position if one.line else None, "title": one.rule}
    given = ",".join(f"{name}={value(visible(part))}" for name, part in where.items() if part is not None)
    said_at = "" if one.path and one.line else f"{place(one)}: "
    return f"::{'warning' if one.severity == 'warning' else 'error'} {given}::{data(f'{said_at}{said(one)} {sentence(one.remedy)}')}"


def data(text: str) -> str:
    """Escape the message of a command.

    >>> data("50%, in two\\nlines")
    '50%25, in two%0Alines'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Escape the value of a property, in which a colon or a comma would end it.

    >>> value("a:b,c")
    'a%3Ab%2Cc'
    """
    return data(text).replace(":", "%3A").replace(",", "%2C")
