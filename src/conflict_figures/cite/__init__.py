"""Citations of a release, of a subset of a table, and of one row, from one record in many styles.

* :func:`~conflict_figures.cite.citation.cite` is ``cf.cite``; :func:`~conflict_figures.cite.subset.verify` checks a hash;
* :mod:`~conflict_figures.cite.record` is the record; :mod:`~conflict_figures.cite.styles` writes it;
* :mod:`~conflict_figures.cite.rows` says what the hash of rows is.
"""

from conflict_figures._callable import callable_module

__all__ = ["cite", "verify"]


def __getattr__(name: str):
    if name == "verify":
        from conflict_figures.cite.subset import verify

        return verify
    if name == "cite":
        from conflict_figures.cite.citation import cite

        return cite
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


callable_module(__name__, "conflict_figures.cite.citation:cite")
