"""Published versions of the dataset: which there are, where their files are, and what is in them.

* ``cf.versions()`` lists them: :func:`~conflict_figures.versions.listing.versions`;
* :func:`~conflict_figures.versions.find.find` opens one: from the package, a folder, a zip or a web address;
* :func:`~conflict_figures.versions.package.open_package` opens a folder or a zip with a ``datapackage.json``;
* :mod:`~conflict_figures.versions.tables` reads its tables with the types that they were published with;
* :mod:`~conflict_figures.versions.index` is the list of the releases with their SHA-256;
* :func:`~conflict_figures.versions.compare.rows` compares two versions of a table by key;
* :func:`~conflict_figures.versions.since.stamp` tells every row in which version it came and last changed, and
  :mod:`~conflict_figures.versions.withdrawn` why rows are gone.
"""

from conflict_figures._callable import callable_module

__all__ = ["known"]


def __getattr__(name: str):
    if name == "known":
        from conflict_figures.versions.find import known

        return known
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


callable_module(__name__, "conflict_figures.versions.listing:versions")
