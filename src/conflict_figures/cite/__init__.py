"""Citations of a release, of a subset of a table, and of one row, from one record in many styles.

* :mod:`~conflict_figures.cite.record` is the record; :mod:`~conflict_figures.cite.styles` writes it.
"""
