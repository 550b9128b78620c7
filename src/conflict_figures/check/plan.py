"""What is to be asked of tables, in steps that do not wait for each other, and two of them at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from conflict_figures import schema
from conflict_figures.check import anchors, cells, keys, progress, rules, taken
from conflict_figures.check.context import Tables
from conflict_figures.check.finding import Finding

#: Arrow computes without the interpreter's lock, so two threads are busy; more of them only hold more memory.
_THREADS = 2
#: Below so many rows a second thread takes longer to start than it saves.
_MANY = 20_000

Step = Callable[[], list[Finding]]


def steps(tables: Tables, texts: Mapping[str, str] | None, limit: int | None) -> list[tuple[int, Step]]:
    """Return every question to every table, each with the number of rows that it is about."""
    return [(tables[name].num_rows, step) for name in tables for step in _of(name, tables, texts, limit)]


def _of(name: str, tables: Tables, texts: Mapping[str, str] | None, limit: int | None) -> Iterator[Step]:
    # keys take longest: one that starts last would leave the other thread idle
    yield partial(keys.primary, name, tables, limit)
    yield partial(taken.check, name, tables, limit)
    for reference in keys.references(name):
        yield partial(keys.foreign, name, tables, reference, limit)
    for rule in rules.every():
        if rule.table == name:
            yield partial(rules.ask, rule, tables, limit)
    for field in schema.table(name).fields:
        yield partial(cells.one, name, tables, field, limit)
    if texts is not None:
        yield partial(anchors.check, name, tables, texts, limit)


def run(steps: list[tuple[int, Step]]) -> list[Finding]:
    """Take all steps, those about many rows on two threads; the findings come in the order of the steps."""
    progress.ask(len(steps))
    if all(rows < _MANY for rows, _ in steps):
        return _collected(step() for _, step in steps)
    with ThreadPoolExecutor(_THREADS) as pool:
        return _collected(pool.map(lambda step: step[1](), steps))


def _collected(answers: Iterable[list[Finding]]) -> list[Finding]:
    found: list[Finding] = []
    for answer in answers:
        found += answer
        progress.asked()
    return found
