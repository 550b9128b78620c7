"""The rules of the field for making one number of many, one module each.

A rule's module has ``STATES`` (what it does, in a sentence), ``SOURCE`` (the codebook it follows) and ``decide``, which
takes the credible counts of one group, sorted by id, and returns an `Answer`. The wording is ours throughout; no codebook's
text is quoted.
"""

from conflict_figures.views.provenance import Rule
from conflict_figures.views.rules import acled, gtd, latest, ucdp, widest

_MODULES = {"ucdp": ucdp, "acled": acled, "gtd": gtd, "latest": latest, "widest": widest}
RULES = {name: Rule(name, module.STATES, module.SOURCE) for name, module in _MODULES.items()}
DECIDE = {name: module.decide for name, module in _MODULES.items()}
