"""What happens to the time when adversarial text is doubled, again and again: linear is a ratio of 2.

    python benchmarks/doubling.py [--size N] [--doublings N] [--all]

Each text says one thing over and over: a sign, a word, a phrase, a line, a heading that counts. The time is processor time, the least
of a few runs; the ratio is that of the last doubling, which a fixed cost weighs on least. `×W` is the time of the largest text in passes of
`re.findall(r"\\w+", text)` over itself.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from functools import partial
from time import process_time

import avtale

SIGNS = ["1", ".", ". ", "-", "(", "[", "{", "«", "*", "_", "…", "|", "a | ", "\t", "a\t", " ", "\n", "\f", "§ ", "1 ", "1.", "1/", "0l", "a", "A", "ß"]
MARKS = ["\u0301", "a\u00ad", "🙂", "a@", "www.", "I", "l|", "0O", "\u200b", "a-\n"]
WORDS = ["mandag – ", "og ", "Kari ", "Nav ", "per ", "kl. ", "nr. ", "tlf. ", "IV. ", "rn ", "av lov ", "nærings- ", "Navn: ____ ", "ordfører, "]
PHRASES = [
    *("politirådet ", "kl. 09.00 - ", "12.03.2020 ", "1. mai ", "ganger i året ", "mandag og ", "a.b@c.no ", "tlf. 40 03 83 58 ", "Stange kommune og "),
    *("jf. sak 12/3456, rundskriv 2007/5 og ", "Politirådet ledes av ordføreren. Politirådet har 4 møter i året. ", "Kárášjoga gielda "),
    *("Politikontakten er til stede to dager i uka i Vik. ", "rådet skal drøfte rus og vald på 4 møter i året ", "erstatter avtale av 1.2.2019 "),
    *("Avtalen evalueres årlig. ", "mandag kl. 09.00-15.00, ", "Punkt 3 i avtalen endres. Det samme gjelder punkt 4. ", "SLT-koordinator Kari Moen, "),
    *("Tilleggsavtale til samarbeidsavtale av 1.2.2019, inngått 3.4.2020 ", "med ordfører, rektor og lensmann som medlemmer, "),
]
LINES = [
    *("a\n", "A\r\n", "a)\n", "I.\n", "mål:\n", "- ordfører\n", "Kari Moen\n\n", "Ordfører Kari Moen\n", "Politikontakten skal:\n", "**Mål**\nRus\n"),
    *("*Leder*\n", "Leder:\nOla Lie\n", "Navn: Ola Lie\nRolle: leder\n\n", "Politirådet\nLeder: Ola Lie\nMedlemmer: Kari Moen\n\n"),
    *("Ola Lie\nleder\npolitiet\n\n", "Medlem\tRolle\tMøter\n", "| Politiråd | Leder |\n| rektor | x |\n", "Inngått: 1.2.2019\n"),
    *("Rolle\nNavn\n", "samarbeids-\n", "Side 1\nLinje\f", "Leder | Ola Lie | politi\n", "Politirådet består av:\n- ordfører\n"),
]
COUNTING = ["Punkt {0} endres til:\n«Mål»\n\n", "{0}. Formål\n\n", "{0}.1 Formål\n\n", "§ {0} Formål\n", "Kapittel {0} ..... {0}\n", "Linje nummer {0}\n"]

Text = Callable[[int], str]
"""A text of about so many characters."""


def main() -> None:
    """Measure, and print the ratios, the worst first."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--size", type=int, default=16_000, help="characters of the smallest text")
    options.add_argument("--doublings", type=int, default=3)
    options.add_argument("--megabyte", action="store_true", help="signs and words only, doubled to a megabyte")
    chosen = options.parse_args()
    size, doublings = (250_000, 2) if chosen.megabyte else (chosen.size, chosen.doublings)
    avtale.parse("Avtale om politiråd. Rådet har 4 møter pr år, første gang 1. mai 2020 kl. 10-12.")  # what is made on first use
    rows = sorted((_row(name, text, size, doublings) for name, text in _texts(chosen.megabyte)), reverse=True)
    print(f"{'last doubling':>14} {'all doublings':>14} {'×W':>8}  text")
    for last, overall, passes, name in rows:
        print(f"{last:14.2f} {overall:14.1f} {passes:8.0f}  {name}")


def _texts(small_pieces_only: bool) -> Iterator[tuple[str, Text]]:
    for piece in [*SIGNS, *WORDS] if small_pieces_only else [*SIGNS, *MARKS, *WORDS, *PHRASES, *LINES]:
        yield repr(piece), partial(_repeated, piece)
    for piece in [] if small_pieces_only else COUNTING:
        yield repr(piece), partial(_numbered, piece)


def _repeated(piece: str, size: int) -> str:
    return piece * (size // len(piece))


def _numbered(piece: str, size: int) -> str:
    return "".join(map(piece.format, range(size // len(piece))))


def _row(name: str, text: Text, size: int, doublings: int) -> tuple[float, float, float, str]:
    texts = [text(size * 2**power) for power in range(doublings + 1)]
    times = [min(_seconds(partial(avtale.parse, each)) for _ in range(2)) for each in texts]
    words = _seconds(lambda: re.findall(r"\w+", texts[-1]))
    return times[-1] / times[-2], times[-1] / times[0], times[-1] / words, name


def _seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


if __name__ == "__main__":
    main()
