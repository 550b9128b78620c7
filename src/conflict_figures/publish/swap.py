"""Put a staged release in the place of the published one, so that a kill leaves one of them whole.

``data/`` and ``datapackage.json`` are two paths, and no system call moves two paths at once. So:

1. the release is staged completely, and a marker beside it says so;
2. three renames move it. They are made by a small process of its own, started before and in a session
   of its own, so that a signal that kills the build does not stop it half way;
3. should the machine itself stop between two renames, the marker is still there, and :func:`repair`,
   with which every build begins, makes the renames that are missing.

Without the marker nothing of the published release has moved, and what was staged is thrown away.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from conflict_figures.publish import mover
from conflict_figures.publish.release import files


def staging(root: Path) -> Path:
    """Return the folder in which releases of ``root`` are staged: beside ``data/``, so that a move is a rename."""
    return root / "data.new"


def repair(root: Path) -> bool:
    """Finish a swap that the machine did not finish, and drop what was staged for none; say if there was one."""
    stopped = (staging(root) / mover.MARKER).exists()
    if stopped:
        mover.move(root, staging(root))
    elif staging(root).exists():
        shutil.rmtree(staging(root))
    return stopped


def replace(root: Path, hold: int | None = None) -> bool:
    """Replace the published release of ``root`` with the staged one; say whether anything changed.

    Args:
        root: the checkout; the release is staged in ``staging(root) / "new"``.
        hold: a file descriptor that the moving process keeps open until it is done, so that a lock on
            it outlives a killed build.

    Raises:
        OSError: a path could not be moved; what is published is as it was, or is mended by `repair`.
    """
    stage = staging(root)
    if files(stage / "new") == files(root):
        shutil.rmtree(stage)
        return False
    for path in (stage / "new").rglob("*"):
        if path.is_file():
            _to_disk(path)
    # -I and -S: the mover needs nothing but the standard library, and starts in a few milliseconds
    command = [sys.executable, "-I", "-S", str(Path(mover.__file__)), str(root), str(stage)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        pass_fds=() if hold is None else (hold,),
    ) as process:
        # the mover waits for one word; until it comes, a kill changes nothing
        process.stdout.readline()
        _, _ = process.communicate(b"move\n")
        code = process.returncode
    if code:
        raise OSError(f"the new release could not be moved to {root / 'data'}; it is still in {stage}")
    return True


def _to_disk(path: Path) -> None:
    """Let the disk have the file before anything is said to be staged."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
