"""Publish checked tables: CSV, Parquet, descriptor, and the swap that puts them in place.

Nothing here knows the clock, the locale or the machine: the same tables give the same bytes. What is
published is staged in a folder beside ``data/``, proved, judged, and only then moved.

* :func:`~conflict_figures.publish.release.stage` writes a whole release into a folder and proves it;
* :func:`~conflict_figures.publish.swap.replace` puts a staged release in the place of the old one.
"""
