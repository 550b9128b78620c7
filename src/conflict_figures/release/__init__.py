"""What changed between two versions, what that means for the next number, and the making of a release.

* :func:`~conflict_figures.release.compare.rows` compares two tables by their key;
* :func:`~conflict_figures.release.since.stamp` tells every row in which version it came and last changed.
"""
