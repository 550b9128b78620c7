"""Published versions of the dataset: which there are, where their files are, and what is in them.

* :func:`~conflict_figures.versions.package.open_package` opens a folder or a zip with a ``datapackage.json``;
* :mod:`~conflict_figures.versions.index` is the list of the releases with their SHA-256.
"""
