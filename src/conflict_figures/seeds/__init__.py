"""Read what people put into ``seeds/``: texts, their sidecars, and review decisions.

Everything here reads and refuses; nothing here writes. A fault is an
:class:`~conflict_figures.errors.InputError` that names the file, the line, what is wrong and what to do.

* :mod:`~conflict_figures.seeds.texts` finds every source and reads its text byte for byte;
* :mod:`~conflict_figures.seeds.sidecar` reads the facts about it, strictly;
* :mod:`~conflict_figures.seeds.decisions` reads review decisions;
* :mod:`~conflict_figures.seeds.review` applies them to extracted rows.
"""
