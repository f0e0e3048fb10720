"""Exit codes, the same for every command and every output format."""

from __future__ import annotations

WELL = 0
FINDINGS = 1
USAGE = 2
"""Wrong usage, bad configuration, or a fault of the program."""
UNREADABLE = 3
"""Some input could not be read or parsed; the rest was written."""
INTERRUPTED = 130


def worse(a: int, b: int) -> int:
    """Of two exit codes the one that tells of more: a fault of the program before an unreadable input, that before findings."""
    return USAGE if USAGE in (a, b) else max(a, b)
