"""A report as one page for a contributor: what is wrong in words, the row with its cell marked, what to do.

It works from a file, loads nothing, runs no script, and follows the reader's choice of dark or light.
"""

from pathlib import Path

from conflict_figures.check import rule_help
from conflict_figures.check.finding import Finding
from conflict_figures.check.report import Entry, Report
from conflict_figures.check.reports.page import template
from conflict_figures.check.reports.phrases import about, counted, meant, place, sentence, verdict
from conflict_figures.check.reports.visible import visible

#: Places of one kind that are shown at once, and those that open on demand; a page of more is read by nobody.
SHOWN, OPENED = 3, 100


def render(report: Report) -> str:
    """Return the page. Whatever comes from a contribution is shown as text, never as markup."""
    groups = [
        {"severity": severity, "title": title, "lead": lead,
         "faults": [_entry(number, entry) for number, entry in enumerate(report.entries, 1) if entry.first.severity == severity]}
        for severity, title, lead in (
            ("error", "To mend", "Rows with these faults cannot be published."),
            ("warning", "To look at", "These may be right; look at them once more."),
        )
    ]  # fmt: skip
    return template(Path(__file__).with_name("page.html.j2")).render(
        ok=report.ok,
        verdict=verdict(report),
        summary=_summary(report),
        groups=[group for group in groups if group["faults"]],
        read=[{"table": visible(one.table), "path": visible(one.path), "rows": f"{one.rows:,}"} for one in report.read],
    )  # fmt: skip


def _summary(report: Report) -> str:
    if not report.entries:
        return "Every table was read and every rule holds. Nothing is left to do."
    if report.ok:
        return "Nothing has to be mended. What is listed below may be right; look at it once more."
    most = max((entry for entry in report.entries if entry.first.severity == "error"), key=lambda entry: entry.count)
    said = f"The most frequent fault is in {about(most)}: {counted(most.count, 'place')}."
    return f"Mend the errors below from the top and validate again. {said}" if len(report.entries) > 1 else "Mend it and validate again."


def _entry(number: int, entry: Entry) -> dict:
    help = rule_help.of(entry.first.rule)
    places = [_place(one) for one in entry.places[: SHOWN + OPENED]]
    columns = [visible(column) for column, _ in entry.first.cells]
    return {
        "id": f"fault-{number}",
        "severity": entry.first.severity,
        "title": _title(help),
        "about": about(entry),
        "rule": visible(entry.first.rule),
        "places": counted(entry.count, "place"),
        "remedy": sentence(entry.first.remedy),
        "asks": visible(help.asks, 2000),
        "mend": visible(help.mend, 2000),
        "columns": columns,
        "at": entry.first.column and visible(entry.first.column),
        "shown": places[:SHOWN],
        "opened": places[SHOWN:],
        "more": f"{entry.count - len(places):,}" if entry.count > len(places) else None,
    }


def _title(help: rule_help.Help) -> str:
    """What the fault is called: the rules of the codebook are titled by what they ask, all others by what is wrong."""
    return f"Broken rule “{visible(help.title)}”" if "_" in help.rule else visible(help.title)


def _place(one: Finding) -> dict:
    return {
        "place": _short(one),
        "whole": place(one),
        "message": sentence(one.message),
        "meant": meant(one),
        "cells": [
            {"column": visible(column), "text": None if cell is None else visible(cell, 120), "faulty": column == one.column}
            for column, cell in one.cells
        ],
    }


def _short(one: Finding) -> str:
    """The place within its file, which the heading names."""
    if one.line is not None:
        return f"Line {one.line:,}" + (f", cell {one.position:,}" if one.position else "")
    return "The whole table" if one.row is None else f"Row {one.row + 1:,}"
