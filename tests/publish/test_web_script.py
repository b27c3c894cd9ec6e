"""Joining modules into one classic script."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from builder.publish.assets import ENTRIES, WEB
from builder.publish.web_script import JoinError, join


@pytest.fixture
def modules(tmp_path: Path):
    def write(files: dict[str, str]) -> str:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return str(tmp_path / "entry.js")

    return write


def run(script: bytes) -> str:
    done = subprocess.run(
        ["node", "--input-type=commonjs", "-"], input=script, capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_of_the_look_joins_into_a_script_that_parses(entry: str, tmp_path: Path):
    script = tmp_path / "joined.cjs"
    script.write_bytes(join(str(WEB / "entries" / f"{entry}.js")))
    subprocess.run(["node", "--check", script], check=True, capture_output=True)


def test_modules_run_once_each_in_the_order_of_dependence(modules):
    entry = modules(
        {
            "entry.js": 'import { a } from "./a.js";\nimport { b } from "./sub/b.js";\n'
            "console.log(a, b);\n",
            "a.js": 'import { b } from "./sub/b.js";\nconsole.log("a");\nexport const a = b + 1;\n',
            "sub/b.js": 'console.log("b");\nexport const b = 1;\n',
        }
    )
    assert run(join(entry)) == "b\na\n2 1\n"


def test_private_names_may_meet(modules):
    entry = modules(
        {
            "entry.js": 'import { a } from "./a.js";\nconst hidden = 2;\nconsole.log(a, hidden);\n',
            "a.js": "const hidden = 1;\nexport const a = hidden;\n",
        }
    )
    assert run(join(entry)) == "1 2\n"


def test_every_kind_of_export_is_carried(modules):
    entry = modules(
        {
            "entry.js": 'import {\n  a,\n  B,\n  c,\n  d,\n} from "./a.js";\n'
            "d().then(x => console.log(a, new B().b, c(), x));\n",
            "a.js": "export let a = 1;\nexport class B {\n  b = 2;\n}\n"
            "export function c() {\n  return 3;\n}\n"
            "export async function d() {\n  return 4;\n}\n",
        }
    )
    assert run(join(entry)) == "1 2 3 4\n"


def test_slimming_leaves_strings_templates_and_patterns_alone(modules):
    lines = [
        'const a = "x  =  {y}  // no comment";',
        "const b = `n , ${ 1 + 1 } : m`;",
        r'const c = "a , b".replace(/[ ,]+ ?[/ ]*/g, " ; ");',
        'const d = \'q  =  "\';  // a comment, with "signs" = {}',
        "// another `comment",
        "const e = 6 / 2 / 1;",
        "console.log([a, b, c, d, e].join('|'));",
    ]
    entry = modules({"entry.js": "\n".join(lines) + "\n"})
    assert run(join(entry)) == 'x  =  {y}  // no comment|n , 2 : m|a ; b|q  =  "|3\n'
    assert b"another" not in join(entry)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('import a from "./a.js";', "does not know: import a"),
        ('import * as a from "./a.js";', "does not know: import *"),
        ('import "./a.js";', "does not know: import"),
        ('import { a } from "library";', "does not know: import { a } from"),
        ("import { a } from './a.js';", "does not know: import"),
        ('import { a as b } from "./a.js";', "cannot be renamed: a as b"),
        ('import { z } from "./a.js";', "./a.js does not export z"),
        ('import { a } from "./missing.js";', "no such module: ./missing.js"),
        ('import { a } from "./entry.js";', "circular import of ./entry.js"),
        ("export default 1;", "does not know: export default"),
        ("export { a };", "does not know: export {"),
        ('export * from "./a.js";', "does not know: export *"),
        ("export const { a } = b;", "does not know: export const {"),
        ('const x = import("./a.js");', 'does not know: import("./a.js")'),
        ("const x = `two\nlines`;", "template literal must neither"),
        ("const x = `a${b ? `c` : d}`;", "template literal must neither"),
    ],
)
def test_anything_else_is_refused_with_file_and_line(modules, line: str, problem: str):
    entry = modules({"entry.js": f"const first = 1;\n{line}\n", "a.js": "export const a = 1;\n"})
    with pytest.raises(JoinError) as caught:
        join(entry)
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"{entry}:2: ")


def test_a_circle_of_modules_is_refused(modules):
    entry = modules(
        {
            "entry.js": 'import { a } from "./a.js";\n',
            "a.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
            "b.js": '\nimport { a } from "./a.js";\nexport const b = 1;\n',
        }
    )
    with pytest.raises(JoinError, match=r"b\.js:2: circular import"):
        join(entry)


def test_a_missing_entry_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        join(str(tmp_path / "nowhere.js"))


def test_a_function_in_a_class_field_is_refused(modules):
    entry = modules({"entry.js": "export class A {\n  home = card => card.home;\n}\n"})
    with pytest.raises(JoinError, match=r"entry\.js:2: a class field"):
        join(entry)


def test_a_name_used_outside_the_scope_that_declares_it_is_refused(modules):
    entry = modules({"entry.js": "{\n  const inner = 1;\n}\nconsole.log(inner);\n"})
    with pytest.raises(JoinError, match="not declared everywhere it is used: inner"):
        join(entry)
