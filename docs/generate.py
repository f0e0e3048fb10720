"""Write what is made from the code: the JSON Schema in `schemas/` and in the package, `docs/fields.md` from the docstrings of the extractors, and
`docs/rules.md` from the rules.

python docs/generate.py [schema] [fields] [rules]    write all, or those named
python docs/generate.py --check                      write nothing; exit with 1 where a file is not as it would be written
"""

from __future__ import annotations

import ast
import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from avtale.output.rulebook import cited, kinds_of, severity_of
from avtale.record.schema import json_schema
from avtale.rules import Rule
from avtale.rules import rules as all_rules
from avtale.rules.sources import SOURCES
from avtale.rules.stored import STORED

ROOT = Path(__file__).parent.parent
SCHEMAS = [folder / "avtale-1.0.schema.json" for folder in (ROOT / "schemas", ROOT / "src" / "avtale" / "record")]
RULES = ROOT / "docs" / "rules.md"
FIELDS = ROOT / "docs" / "fields.md"
EXTRACTORS = ROOT / "src" / "avtale" / "extract"
PREFACE = """# The fields of a record, and how each is found

Made by `make docs` from the docstrings of `src/avtale/extract/`, one module a field. The shapes are in the JSON Schema
(`avtale schema`).
"""
RULES_PREFACE = """# The rules of `avtale validate`

Made by `make docs` from `src/avtale/rules/`, one module a rule. `avtale rules` lists them, `avtale rule AV203` prints one.

No statute prescribes what such an agreement contains, and it is voluntary for the municipality: a finding never says that something
is illegal. An *error* makes a text unfit to be used as an agreement; a *warning* is about what a good agreement has; an *info* is
what a reader would like to know. Something missing is looked for only in whole agreements, not in amendments.
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


def rules() -> str:
    """All rules as one page: a table, the sources, and a paragraph each."""
    known = all_rules().values()
    rows = [f"| [{rule.code}](#{rule.code.lower()}) | {severity_of(rule)} | {kinds_of(rule)} | {rule.message.en} |" for rule in known]
    sources = [f"- **{code}** {text}" for code, text in SOURCES.items()]
    table = ["| code | severity | kinds | finding |", "| --- | --- | --- | --- |", *rows]
    return "\n".join([RULES_PREFACE, *table, "", "## Sources", "", *sources, "", *map(_rule, known)])


def _rule(rule: Rule) -> str:
    """A rule's paragraph; where a finding points is told by the docstring of its check."""
    points_at = "The record or the side-car." if rule in STORED else importlib.import_module(f"avtale.rules.{rule.code.lower()}").check.__doc__
    where = f"{severity_of(rule)}; kinds: {kinds_of(rule)}; documents: {', '.join(sorted(rule.documents))}"
    sources = "".join(f" ({code}: {SOURCES[code]})" for code in cited(rule))
    return "\n".join(
        [
            f"## {rule.code}\n",
            f"**{rule.message.en}** ({where})\n",
            f"Bokmål: *{rule.message.nb}*. Nynorsk: *{rule.message.nn}*.\n",
            f"Points at: {points_at}\n",
            f"Why: {rule.why}{sources}\n",
            f"Example: `{rule.example}`\n",
        ]
    )


def main(arguments: list[str]) -> int:
    """Write or check the files; the exit code."""
    made = {"schema": (SCHEMAS, schema), "fields": ([FIELDS], fields), "rules": ([RULES], rules)}
    chosen = [made[name] for name in arguments if name != "--check"] or made.values()
    stale = 0
    for path, make in [(path, make) for paths, make in chosen for path in paths]:
        if "--check" not in arguments:
            path.write_text(make(), encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_bytes() != make().encode():
            stale = 1
            print(f"{path.relative_to(ROOT)} is stale: python docs/generate.py", file=sys.stderr)
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
