"""A file that hangs, crashes or eats memory costs itself alone."""

from __future__ import annotations

import signal
import subprocess
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from avtale.reading import Limits, ReadingError, deadline, limited
from avtale.reading.apart import decode_apart
from avtale.reading.kinds import Kind

READERS = {
    "hangs": "while True: pass",
    "sleeps": "import time; time.sleep(60)",
    "crashes": "import os; os.abort()",
    "leaves": "raise SystemExit(3)",
    "eats": "x = bytearray(900 << 20); return Decoded('ate')",
    "prints": "import os; print('noise', flush=True); os.write(1, b'noise'); return Decoded('printed')",
    "well": "return Decoded(data.decode())",
    "slips": "raise ValueError('slip')",
}


@pytest.fixture(autouse=True)
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers that do what no library should, in the processes that this test starts."""
    code = "import sys, types\nfrom avtale.reading.document import Decoded\n"
    for name, body in READERS.items():
        code += f"def {name}(data):\n{textwrap.indent(body, '    ')}\n"
        code += f"m = types.ModuleType('avtale.reading.{name}'); m.read = {name}; sys.modules[m.__name__] = m\n"
    (tmp_path / "odd.py").write_text(code, encoding="utf-8")
    start = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import odd; "
    popen = subprocess.Popen

    def with_odd(command: list[str], **options: object) -> subprocess.Popen[bytes]:
        return popen([*command[:-1], start + command[-1]], **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr("avtale.reading.apart.subprocess.Popen", with_odd)
    monkeypatch.setattr("avtale.reading.apart._LOCAL", type("Local", (), {})())


def code_of(name: str) -> str:
    try:
        return decode_apart(Kind("x/y", name), b"Avtale").text
    except ReadingError as error:
        return error.code


@pytest.mark.parametrize(
    ("name", "code"), [("hangs", "timeout"), ("sleeps", "timeout"), ("crashes", "crashed"), ("leaves", "crashed"), ("eats", "memory"), ("slips", "damaged")]
)
def test_what_fails_is_an_error_and_the_next_file_is_read(name: str, code: str) -> None:
    with limited(Limits(seconds=2, memory=512 << 20)):
        assert [code_of("well"), code_of(name), code_of("well")] == ["Avtale", code, "Avtale"]


def test_memory_is_limited_by_the_limit() -> None:
    with limited(Limits(memory=3 << 30)):
        assert code_of("eats") == "ate"


def test_what_a_library_prints_disturbs_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert [code_of("prints"), code_of("prints")] == ["printed", "printed"]
    assert capfd.readouterr() == ("", "")


def test_process_is_kept_for_the_next_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of("well") == "Avtale"
    monkeypatch.setattr("avtale.reading.apart.subprocess.Popen", None)
    assert code_of("well") == "Avtale"


def test_interruption_kills_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[subprocess.Popen[bytes]] = []
    popen: Callable[..., subprocess.Popen[bytes]] = subprocess.Popen

    def noted(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        kept.append(popen(*arguments, **options))
        return kept[-1]

    monkeypatch.setattr("avtale.reading.apart.subprocess.Popen", noted)
    with pytest.raises(ReadingError) as raised, deadline(0.5):
        decode_apart(Kind("x/y", "sleeps"), b"")
    assert raised.value.code == "timeout"
    assert kept[0].returncode == -signal.SIGKILL


def test_deadline_ends_work_of_this_process_and_none_that_is_in_time() -> None:
    began = time.monotonic()
    with pytest.raises(ReadingError) as raised, deadline(0.1):
        time.sleep(60)
    assert raised.value.code == "timeout"
    assert time.monotonic() - began < 5
    with deadline(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
