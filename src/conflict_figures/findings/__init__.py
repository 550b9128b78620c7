"""What a rule finds odd in the whole dataset: findings about what sources tell, or about our own rows.

A finding is no fault that stops a release; the faults that do, a code outside its list among them, are those of
:mod:`conflict_figures.check`. Both
sides of a contradiction stand, a superseded figure stays, a sum that is off is never mended: a finding says so, and
names the rows. Each rule is a function in a module of this package; the code list ``finding_rule`` says what it means.

* :mod:`~conflict_figures.findings.renderings`: what pages make of one count of one utterance;
* :mod:`~conflict_figures.findings.totals`: running totals over time;
* :mod:`~conflict_figures.findings.sums`: wholes and their parts;
* :mod:`~conflict_figures.findings.days`: days that cannot be;
* :mod:`~conflict_figures.findings.coded`: what coders noticed and no rule can see.
"""

from conflict_figures.findings import coded, days, renderings, sums, totals
from conflict_figures.relations.told import told

#: In the order in which a report shows them.
RULES = (
    renderings.contradicting_renderings,
    renderings.one_number_two_measures,
    renderings.one_number_two_subjects,
    totals.voices_contradict,
    totals.falling_total,
    totals.superseded_figure_carried,
    renderings.same_row_of_one_outlet,
    sums.part_above_whole,
    sums.parts_miss_total,
    days.as_of_after_publication,
    days.stated_after_publication,
    coded.noted_by_coder,
    coded.number_of_the_coder,
)


def find(records: dict[str, list[dict]]) -> list[dict]:
    """Return the rows of the table ``findings`` for the rows of all other tables, sorted by id.

    Args:
        records: the rows of every table but the flat view, derived relations among them, as plain dicts.
    """
    rows = told(records)
    found = [finding for rule in RULES for finding in rule(rows, records)]
    return sorted(found, key=lambda finding: finding["finding_id"])
