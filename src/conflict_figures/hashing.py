"""The one hash of the project, spelled as the Data Package standard spells it."""

import hashlib


def sha256(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as the standard writes it.

    >>> sha256(b"abc")[:15]
    'sha256:ba7816bf'
    """
    return "sha256:" + hashlib.sha256(data).hexdigest()
