"""`python -m fuzz.seeds`: write the seeds, a small agreement in every format, anew."""

from __future__ import annotations

from fuzz.targets import CORPUS, TARGETS
from tests.reading.writers import WRITERS, pieces


def seeds() -> dict[str, bytes]:
    """The seeds by path inside the corpus folder."""
    paths = sorted((CORPUS.parents[1] / "corpus").glob("*.txt"), key=lambda path: path.stat().st_size)
    small = paths[0]
    made = {f"{kind}/agreement": write(pieces(small)) for kind, write in WRITERS.items() if kind in TARGETS}
    texts = {f"{target}/{path.stem}": path.read_bytes() for target in ("text", "plain_text") for path in paths[:3]}
    mail = b"From: a@stange.kommune.no\r\nSubject: Avtale\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    return {**made, **texts, "eml/agreement": mail + small.read_bytes(), "kind/agreement": made["odt/agreement"]}


if __name__ == "__main__":
    for name, data in seeds().items():
        (CORPUS / name).parent.mkdir(parents=True, exist_ok=True)
        (CORPUS / name).write_bytes(data)
