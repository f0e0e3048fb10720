"""How long whole processes take, as ratios to a floor measured in the same run.

    python benchmarks/process.py [--rounds N]

The commands are run in turn, round after round, so that a machine that slows down slows all of them. Each figure is the median;
times are processor time of the process, user and system, which other programs disturb least. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

CORPUS = Path(__file__).parent.parent / "corpus"
AVTALE = [sys.executable, "-c", "from avtale.cli import main; main()"]
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Bytecode is kept, as that of an installed program is."""


def main() -> None:
    """Measure, and print a line for each command."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=11, help="how often each command is run")
    chosen = options.parse_args()
    agreement = min(CORPUS.glob("*.txt"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "avtale --version": [*AVTALE, "--version"],
        f"avtale parse {agreement.name}": [*AVTALE, "parse", str(agreement)],
    }
    _print(_measured(commands, chosen.rounds))


def _measured(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """The median of each command's times, after one round that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for counted in [False] + [True] * rounds:
        for name, command in commands.items():
            spent = _processor_time(command)
            if counted:
                times[name].append(spent)
    return {name: median(spent) for name, spent in times.items()}


def _processor_time(command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def _print(medians: dict[str, float]) -> None:
    """A line for each command; the first is the floor of the others."""
    floor = next(iter(medians.values()))
    for name, spent in medians.items():
        print(f"{name:52}{spent * 1000:10.1f} ms{spent / floor:9.1f} ×")


if __name__ == "__main__":
    main()
