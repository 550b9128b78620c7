"""Plain records as typed Arrow tables, and the flat view of them.

* :func:`~conflict_figures.tabular.records.to_arrow` makes typed, sorted tables of plain records;
* :func:`~conflict_figures.tabular.records.written` leaves out what only a release fills;
* :func:`~conflict_figures.tabular.flat.flat` joins the flat view;
* :func:`~conflict_figures.tabular.delimited.encode` spells a table as CSV, each value in the one way.
"""

from conflict_figures.tabular.flat import flat
from conflict_figures.tabular.records import to_arrow, written

__all__ = ["flat", "to_arrow", "written"]
