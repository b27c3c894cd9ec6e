"""Leaving out what nothing uses, and saying the same with fewer signs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from builder.publish.script_names import read_names
from builder.publish.script_spare import spare
from builder.publish.script_unused import drop_unused

HERE = Path("here.js")


def left(code: str, *wanted: str) -> str:
    names = read_names(code)
    drop_unused({HERE: names}, {}, [(HERE, name) for name in wanted])
    return names.renamed({}).replace("\n", "")


@pytest.mark.parametrize(
    "code",
    [
        "function a(){return 1;}",
        "async function a(){await 1;}",
        "function* a(){yield 1;}",
        "class A{b(){c();}}",
        "const a=()=>b();",
        "const a=async b=>c(b);",
        "const a=(b,{c})=>d(b);",
        "const a={b:1,c:[2,/d/]};",
        "const a=1;",
    ],
)
def test_what_nothing_names_goes(code: str) -> None:
    assert left(f"{code}\nrun();") == "run();"


@pytest.mark.parametrize(
    "code",
    [
        "const a=b();",
        "const a=new B();",
        "const a=`${b}`;",
        "class A extends b(){}",
        "const {a}=b;",
        "const a=1,b=c();",
        "a.b=1;",
        "if(a){b();}",
        "queue.push(()=>a());",
    ],
)
def test_what_does_something_stays(code: str) -> None:
    assert left(code) == code


def test_what_is_used_by_what_stays_stays_with_all_it_uses() -> None:
    code = "const a=1;\nconst b=()=>a;\nfunction c(){return b();}\nfunction d(){return a;}\n"
    assert left(code + "c();") == "const a=1;const b=()=>a;function c(){return b();}c();"
    assert left(code) == ""
    assert left(code, "d") == "const a=1;function d(){return a;}"


def test_uses_are_followed_through_imports() -> None:
    other = Path("other.js")
    modules = {other: read_names("const a=1;\nconst b=2;"), HERE: read_names("f(a);")}
    drop_unused(modules, {HERE: {"a": other}}, [])
    assert modules[other].renamed({}).strip() == "const a=1;"
    assert set(modules[other].top) == {"a"}


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("const a=1;\nconst b=2;\nlet c;", "let a=1,\nb=2,\nc;"),
        ("const {a}=b;\nconst [c]=d;", "let {a}=b,\n[c]=d;"),
        ("const a=1;f();const b=2;", "let a=1;f();let b=2;"),
        ("{const a=1;}f();const b=2;", "{let a=1}f();let b=2;"),
        ("if(a){const b=1;}{f();const b=2;}", "if(a){let b=1}{f();let b=2}"),
        ("for(const a of b)f();const c=1;", "for(let a of b)f();let c=1;"),
        ("for(let a=0;a<1;a+=1)f();let b;", "for(let a=0;a<1;a+=1)f();let b;"),
        ("const a=()=>{const b=1;return b;};const c=2;", "let a=()=>{let b=1;return b},c=2;"),
        ("{while(f());}", "{while(f());}"),
        ("{if(a)f();else g();}", "{if(a)f();else g()}"),
        ('const a=";}const b";', 'let a=";}const b";'),
        ("class A{b=1;}", "class A{b=1}"),
    ],
)
def test_the_same_is_said_with_fewer_signs(code: str, short: str) -> None:
    names = read_names(code)
    spare(names)
    assert names.renamed({}) == short
    subprocess.run(["node", "--check", "-"], input=short, text=True, check=True)
