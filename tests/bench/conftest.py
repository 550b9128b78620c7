"""The modules of bench/ are scripts beside each other, not a package: put their folder on the path."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
