"""``python -m conflict_figures``: the same as the command ``conflict-figures``."""

from conflict_figures.cli import main

main()
