"""Make the files of a contribution: a source text with its sidecar, or a batch of coded rows.

* :mod:`~conflict_figures.contribute.text`: an empty text and a sidecar with every key;
* :mod:`~conflict_figures.contribute.batch`: the files of a batch, empty or made of a coding sheet;
* :mod:`~conflict_figures.contribute.columns`: what the columns of a coding sheet mean;
* :mod:`~conflict_figures.contribute.sheet`: read a coding sheet, one row a figure, as people fill it in;
* :mod:`~conflict_figures.contribute.convert`: make the rows of the tables of it;
* :mod:`~conflict_figures.contribute.write`: write the files, all of them or none, and over nothing.
"""
