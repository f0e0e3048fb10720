"""`python -m fuzz TARGET [SECONDS]`: fuzz a target with atheris, from its seeds on; what breaks it is kept beside them."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile

import atheris

with atheris.instrument_imports(include=["avtale", "striprtf", "docx"]):
    from fuzz.targets import CORPUS, READERS, TARGETS

    for of in READERS:
        importlib.import_module(f"avtale.reading.{of.reader}")


def main(target: str, seconds: str = "60") -> None:
    """Fuzz for some seconds. What is found on the way is not kept, a crasher is."""
    os.environ["PATH"] = ""  # Tesseract, which is not what is fuzzed, would take all the time
    seeds = CORPUS / target
    with tempfile.TemporaryDirectory() as found:
        options = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=3000", "-print_final_stats=1", f"-artifact_prefix={seeds}/"]
        atheris.Setup([sys.argv[0], found, str(seeds), *options], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
