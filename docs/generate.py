"""Write what is made from the code: the JSON Schema in `schemas/`, and `docs/fields.md` from the docstrings of the extractors.

python docs/generate.py [schema] [fields]    write both, or those named
python docs/generate.py --check              write nothing; exit with 1 where a file is not as it would be written
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from avtale.record import json_schema

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "schemas" / "avtale-1.0.schema.json"
FIELDS = ROOT / "docs" / "fields.md"
EXTRACTORS = ROOT / "src" / "avtale" / "extract"
PREFACE = """# The fields of a record, and how each is found

Made by `make docs` from the docstrings of `src/avtale/extract/`, one module a field. The shapes are in the JSON Schema
(`avtale schema`).
"""


def schema() -> str:
    """The JSON Schema, as `avtale schema` prints it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def fields() -> str:
    """All extractors' docstrings as one page."""
    return "\n".join([PREFACE, *_chapters()])


def _chapters() -> Iterator[str]:
    for path in sorted(EXTRACTORS.glob("[!_]*.py")):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        prose, _, example = docstring.partition("\n>>> ")
        prose = re.sub(r"\n+(Not this field|Known gaps):", r"\n\n**\1:**", prose.strip())
        yield f"## {path.stem}\n\n{prose}\n\n```python\n>>> {example.strip()}\n```\n"


def main(arguments: list[str]) -> int:
    """Write or check the files; the exit code."""
    made = {"schema": (SCHEMA, schema), "fields": (FIELDS, fields)}
    stale = 0
    for path, make in [made[name] for name in arguments if name != "--check"] or made.values():
        if "--check" not in arguments:
            path.write_text(make(), encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_bytes() != make().encode():
            stale = 1
            print(f"{path.relative_to(ROOT)} is stale: python docs/generate.py", file=sys.stderr)
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
