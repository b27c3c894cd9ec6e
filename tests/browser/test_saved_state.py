"""What real pages keep of every kind of question goes into saved state and comes out the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import expect
from web.state.node import run

from builder.model.grading import GRADERS
from builder.pipeline import Options, load
from builder.pipeline.make import write
from builder.pipeline.registry import registered
from builder.publish.lms.presets import PRESETS
from builder.publish.lms.scos import scos
from builder.publish.outputs import Outputs
from builder.publish.publisher import Source

from .conftest import SHOWCASE

PAGES = ("everything", "sort", "type", "say", "check", "exam", "secret")
FILL = r"""async () => {
  const every = (selector, from) => [...from.querySelectorAll(selector)];
  const told = (field, name) => field.dispatchEvent(new Event(name, { bubbles: true }));
  const pause = () => new Promise(done => setTimeout(done, 460));
  for (const form of every(".q", document).filter(form => !form.hidden)) {
    const groups = new Set(every("input[type=radio]", form).map(input => input.name));
    for (const name of groups) every(`input[name="${CSS.escape(name)}"]`, form).at(-1).click();
    every("input[type=checkbox]", form).slice(1).forEach(input => input.click());
    for (const field of every("select", form)) {
      field.selectedIndex = field.options.length - 1;
      told(field, "input");
      told(field, "change");
    }
    for (const field of every("input:not([type]), input[type=text], textarea", form)) {
      field.value = `12 „äöü“ ${"word ".repeat(30)}`.slice(0, field.matches("textarea") ? 99 : 2);
      told(field, "input");
    }
    every(".down", form)[0]?.click();
    for (let turn = 0; turn < 6; turn += 1) {
      if (turn) await pause();
      form.querySelector("[type=submit]").click();
      await new Promise(done => setTimeout(done, 20));
      const next = every(".now input[type=radio]", form)[0];
      if (!next) break;
      next.click();
    }
  }
}"""


class Packed(NamedTuple):
    """A package of the showcase: its map, and the address of its files."""

    map: dict[str, Any]
    url: str


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> Packed:
    """The showcase as SCORM 1.2, with a register of its own, unpacked."""
    root = tmp_path_factory.mktemp("packed")
    shutil.copytree(SHOWCASE, root / "course")
    project = load(Options(root=root / "course", cache=False, jobs=1))
    source = Source(project.course, project.library, project.tree, root / "course")
    outputs = Outputs(source, registered(project).registry)
    write(outputs.publisher("scorm12").bundle().files, root / "package", project.options)
    (sco,) = scos(project.course)
    return Packed(outputs.atlas.map(sco, "scorm12", PRESETS["generic"]), serve(root / "package"))


def test_every_kind_as_a_page_keeps_it(visit, showcase, packed):
    context = visit.context()
    for name in PAGES:
        page = visit.open(context, f"{showcase}basics/{name}.html")
        page.evaluate(FILL)
    texts = page.evaluate("probes.stored()")
    stored = {name.split(":", 2)[2]: json.loads(text) for name, text in texts.items()}
    answers = {n: f["value"] for n, f in stored.items() if n.startswith(("answer:", "sat:"))}
    kinds = {
        packed.map["questions"][n.split(":", 1)[1]]["type"] for n in answers if n.startswith("a")
    }
    assert kinds == set(GRADERS)
    (out,) = run([{"map": packed.map, "facts": stored, "budget": 10_000}])
    assert (out["damaged"], out["dropped"]) == (False, [])
    for name, value in answers.items():
        kept = out["facts"][name]["value"]
        wanted = {key: part for key, part in value.items() if key != "hint"}
        code = next(q["code"]["c"] for n, q in packed.map["questions"].items() if name.endswith(n))
        kept = {**kept, "tries": wanted["tries"]}
        if code[0] == "s":  # options stand in another order for each learner
            kept["answer"], wanted["answer"] = sorted(kept["answer"]), sorted(wanted["answer"])
        assert kept == wanted, name


def test_an_answer_without_its_text_is_not_marked_as_wrong(visit, packed):
    context = visit.context()
    page = visit.open(context, f"{packed.url}basics/type.html")
    page.evaluate(FILL)
    form = page.locator(".q[data-type=short-text]").first
    record = form.get_attribute("data-record")
    key = next(key for key in page.evaluate("probes.stored()") if key.endswith(f":{record}"))
    fact = json.loads(page.evaluate("probes.stored()")[key])
    gone = {"right": True, "first": False, "told": False, "score": 1, "done": True, "tries": 2}
    fact["value"] = {**gone, "answer": "", "lost": True, "of": fact["value"]["of"]}
    page.evaluate("entries => probes.change(entries)", {key: json.dumps(fact)})
    page.reload()
    verdict = form.locator(".verdict")
    expect(verdict).to_contain_text("Right. You worked it out.")
    expect(verdict).to_contain_text("What you wrote is no longer kept in your learning platform")
    form.locator("input").first.fill("something else")
    form.locator("[type=submit]").click()
    expect(verdict).not_to_contain_text("no longer kept")
    page.wait_for_function(
        "key => probes.stored().then(s => !s[key].includes('lost') && s[key].includes('else'))",
        arg=key,
    )
