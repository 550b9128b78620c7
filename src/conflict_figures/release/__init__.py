"""What changed between two versions, what that means for the next number, and the making of a release.

* ``cf.diff`` and ``cf.changes`` compare two versions, whatever names them: :mod:`~conflict_figures.release.named`;
* :func:`~conflict_figures.release.diff.diff` compares two packages: :mod:`~conflict_figures.release.structure` their descriptors,
  :mod:`~conflict_figures.release.table_rows` their rows, with :func:`~conflict_figures.versions.compare.rows`;
* :func:`~conflict_figures.release.bump.bump` says which version that asks for, and :mod:`~conflict_figures.release.forms` tells it;
* :func:`~conflict_figures.release.make.make` makes a release.
"""
