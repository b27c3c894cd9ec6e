"""Exchanging the names of variables, and nothing else."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from builder.publish.assets import WEB
from builder.publish.script_names import read_names
from builder.publish.web_script import _code, _imported, join, join_part

TRICKY = r"""
import { helper, words } from "./helper.js";
const limit = 3, [first, second] = [1, 2];
const source = { alpha: 1, beta: { gamma: 2 }, delta: 4 };
const { alpha, beta: { gamma }, rest = limit, ...others } = source;
export const table = {
  limit, first: second, "gamma": gamma,
  method(first) { return first + limit; },
  async later() { return alpha; },
  get own() { return this.limit; },
};
export class Thing {
  static made = 0;
  constructor(name, { size = limit, ...more } = {}) {
    Object.assign(this, { name, size, more });
  }

  get(limit, ...rest) {
    return `${limit} ${rest.map(rest => rest + 1).length}`;
  }

  get limit() {
    return this.size > limit ? limit : this.size;
  }

  limitOf(other, at = other.limit) {
    return at;
  }
}
function first2({ name }, [head, ...tail], last = limit) {
  for (const [key, value] of Object.entries({ head, tail })) {
    words.push(`${key}:${JSON.stringify({ value })} ${name ? "yes" : "no"}`);
  }
  for (let at = 0, end = 2; at < end; at += 1) words.push(at);
  try {
    throw { limit: last };
  } catch ({ limit: caught }) {
    words.push(caught);
  }
  const pattern = /limit\/[/"]first/g, share = limit / 2 / first;
  const sum = a => b => a + b;
  return [pattern.source, share, limit ? first : second, sum(1)(2), name?.length, last ?? alpha];
}
const shadow = limit => { const first = limit + 1; return { first, limit }; };
const [one, two, three] = first2({ name: "x" }, [1, 2, 3]);
words.push(one, two, three, shadow(7), new Thing("n", { size: 9, extra: rest }));
words.push(new Thing("m").limit, others, table.method(4), table.own, Object.keys(table));
words.push(helper(limit), new Thing("k", { size: 1 }).limitOf({ limit: 5 }));
const shade = value => {
  if (value) {
    const value = 2;
    words.push(value);
  }
  return value;
};
for (const limit of [10]) if (limit > 20) { words.push("more"); } else words.push(limit);
words.push(limit, shade(5));
const pick = yes => yes ? one => one : limit => limit + 1, kept = limit > 9 ? x => x : limit;
const sums = (a, b = a, c = limit) => [a, b, c].map(n => n * limit).filter(n => n > 3);
function outer(limit) {
  const inner = () => { const first = limit; return () => first + second; };
  {
    let second = 20;
    second += 1;
    words.push(second);
  }
  while (limit < 3) limit += 1;
  return inner()();
}
words.push(pick(true)(3), pick(false)(3), kept, sums(1), sums(1, 2, 9), outer(1), second);
words.push([3, 1, 2].sort((a, b) => a - b), ((a, { b = a, ...c }) => ({ a, b, c }))(1, { d: 2 }));
function* upTo(limit) {
  for (let at = 0; at < limit; at += first) yield at;
}
words.push(...upTo(3));
const step = text => `a ${text.map(text => text)} b`;
const stepped = [text => `c${text}`].map(make => make(1));
words.push(step([limit]), stepped, new Thing("x").get(5, 6));
words.push(`${limit > 2 ? [1].map(limit => limit + first) : limit} ${limit}`);
words.push(typeof document, typeof limit, "limit first", gamma in [1, 2, 3]);
table.later().then(late => (words.push(late), console.log(JSON.stringify(words))));
"""
HELPER = """
const limit = 100;
export const words = [];
export function helper(first) {
  const document = limit;
  return first + document;
}
"""


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "helper.js").write_text(HELPER)
    (tmp_path / "entry.js").write_text(TRICKY.lstrip())
    return tmp_path / "entry.js"


def run(path: Path) -> str:
    done = subprocess.run(["node", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_joined_script_does_what_its_modules_do(modules: Path) -> None:
    joined = modules.with_name("joined.cjs")
    joined.write_bytes(join(str(modules)))
    assert run(joined) == run(modules)
    assert b"helper" not in joined.read_bytes()


def test_a_part_takes_from_the_kit_what_the_kit_has(modules: Path) -> None:
    kit = modules.with_name("kit.js")
    kit.write_text(
        'import { helper, words } from "./helper.js";\nexport const kit = { helper, words };\n'
    )
    part = join_part(str(modules), "table", "queue", str(kit)).decode()
    assert "100" not in part
    whole = modules.with_name("part.cjs")
    give = "const words = []; const kit = { words, helper: n => n + 100 };"
    whole.write_text(f"{part}\n{give}\nif (queue[0](kit).first !== 2) throw 1;")
    assert run(whole) == run(modules)


def test_the_order_of_scripts_does_not_matter(modules: Path) -> None:
    part = join_part(str(modules), "table", "queue", str(modules.with_name("helper.js")))
    assert part.startswith(b"(globalThis.queue??=[]).push(({")


@pytest.mark.parametrize(
    ("code", "variables"),
    [
        ("a.b?.c(d);", {"a", "d"}),
        ("x = { a, b: c, d() {}, e: f ? g : h, ...i, [j]: k };", set("xacfghijk")),
        ("class A extends B { c(d) { return e; } get f() { return this.g; } }", set("ABde")),
        ("if (a) { b, c; }", set("abc")),
        ("f(a, { b: c }, [d, e]);", set("facde")),
        ("`a ${b.c} d ${e({ f: g })}`;", set("beg")),
        ("a / b / c; /d/.test(e);", set("abce")),
    ],
)
def test_variables_are_told_from_other_words(code: str, variables: set[str]) -> None:
    assert {token.text for token in read_names(code).tokens if token.variable} == variables


@pytest.mark.parametrize(
    ("code", "declared"),
    [
        ("const a = b, { c: d, e = f } = g; let h;", set("adeh")),
        ("for (const [a, b] of c) d(a);", set("ab")),
        ("x => y; (a, { b }, [c] = d, ...e) => f;", set("xabce")),
        ("function* a(b) {}", set("ab")),
        ("function a(b, c = d) {} try {} catch (e) {}", set("abce")),
        ("class A { b(c, { d }) {} }", set("Acd")),
        ("if (a) {} for (;b;) {} while (c) {} switch (d) {}", set()),
    ],
)
def test_what_is_declared_is_found(code: str, declared: set[str]) -> None:
    assert set(read_names(code).declared) == declared


def test_every_module_of_the_look_comes_out_as_it_went_in() -> None:
    for path in WEB.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        code = _code(text)
        names = read_names(code)
        assert names.renamed({}) == code
        assert names.renamed({name: name for name in names.declared}) == code


BROWSER = set(
    re.findall(
        r"\w+",
        """AbortController Array decodeURIComponent encodeURIComponent
        BigInt Blob Boolean BroadcastChannel CSS CustomEvent DOMParser Date
        Error Event File FormData HTMLElement IDBKeyRange Infinity Intl JSON Map Math NaN Node
        Number Object Promise RegExp Set String TextDecoder TextEncoder URL URLSearchParams WeakMap
        WeakSet addEventListener clearInterval clearTimeout customElements document globalThis
        history indexedDB innerHeight innerWidth isFinite localStorage location matchMedia
        fetch navigator parent parseFloat parseInt performance print
        queueMicrotask removeEventListener crypto sessionStorage dispatchEvent atob btoa Uint8Array
        requestAnimationFrame requestIdleCallback scrollTo scrollY setInterval setTimeout
        structuredClone window IntersectionObserver MutationObserver getComputedStyle""",
    )
)


def test_a_free_name_is_the_browsers_or_imported() -> None:
    """A declaration that the reader overlooks would leave its name free."""
    for path in WEB.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        imported = {name for name, _ in _imported(path, text)}
        unknown = read_names(_code(text)).free - imported - BROWSER
        assert not unknown, f"{path}: {sorted(unknown)}; if a browser has them, name them above"
