"""How long the register takes to load, and to look up a name.

    python benchmarks/register.py [--rounds N]

Loading is measured in processes of their own: what the first look-ups take. The 100,000 names are those of the table in the forms that
agreements use, each on a date and in a district, so that most of them are met for the first time; and as many that are none.
Times are processor time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import cycle, islice, product
from statistics import median
from time import process_time

from avtale.register import resolve
from avtale.register.municipalities import municipalities

LOOKUPS = 100_000
FORMS = ("{}", "{} kommune", "{} kommunes", "{} kommuna", "{} herad")
LOAD = """
from time import process_time
from avtale import register
begun = process_time()
register.resolve("Herøy kommune", "2018-01-01", ["p08"])
register.resolve("Luster kommunar", "2018-01-01")
register.district("Vest politidistrikt")
print(process_time() - begun)
"""
"""A name that a district must tell, one in no known form (which loads what slips are found by), and a district."""


def main() -> None:
    """Measure, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=9)
    rounds = options.parse_args().rounds
    loads = [float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True).stdout) for _ in range(rounds)]
    print(f"loading on the first look-ups          {median(loads) * 1000:8.1f} ms")
    resolve("Luster")
    known = sorted({row.name for row in municipalities()})
    days = [f"{year}-{month:02}-01" for year, month in product(range(2008, 2026), range(1, 13))] + ["2019"]
    asked = list(islice(zip(cycle(_written(known)), cycle(days), strict=False), LOOKUPS))
    strange = list(islice(zip(_written(f"{a}{b.lower()}" for a, b in product(known, known)), cycle(days), strict=False), LOOKUPS))
    print(f"one of {LOOKUPS:,} names of the table      {_each(asked) * 1e6:8.1f} µs")
    print(f"one of {LOOKUPS:,} names that it has not   {_each(strange) * 1e6:8.1f} µs")
    print(f"one that was asked for before          {_each(strange[-1000:]) * 1e6:8.1f} µs")


def _written(names: Iterable[str]) -> Iterator[str]:
    """The names in each form."""
    return (form.format(name) for name, form in product(names, FORMS))


def _each(asked: list[tuple[str, str]]) -> float:
    """The seconds that one look-up takes."""
    begun = process_time()
    for name, day in asked:
        resolve(name, day, ["p08"])
    return (process_time() - begun) / len(asked)


if __name__ == "__main__":
    main()
