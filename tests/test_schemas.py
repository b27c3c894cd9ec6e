"""The schemas for editors are those of the readers, and the shipped course obeys them."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from builder.read import front_matter
from builder.read.blocks import scan
from builder.read.cohort import cohort
from builder.read.facilitator import facilitator
from builder.read.lesson import front_matter as lesson_keys
from builder.read.quiz import quiz
from builder.read.schema import FOLDER, schemas, written
from builder.read.workshop import workshop
from builder.read.yaml_value import read_yaml

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "content").glob("*/*.md"))
PLANS = sorted((ROOT / "content/workshops").glob("**/*.yml"))
NAMES = sorted(schemas())
WORKSHOP = "schema: workshop/1\ntitle: x\nduration: 9\nblocks:"
BLOCK = "{id: a, kind: open, minutes: 9, interact: none, uses: a#b, room: {minutes: 8}}"
COHORT = "{schema: cohort/1, workshop: a, start: 2026-12-03T09:30, tz: UTC, mode: room, people: 5"


def complaints(name, value):
    validator = Draft202012Validator(schemas()[f"{name}.schema.json"])
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


class Plain(yaml.SafeLoader):
    """YAML 1.2, as editors see it: dates and words such as `off` are texts."""


_BOOL = "tag:yaml.org,2002:bool"
Plain.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0] not in (_BOOL, "tag:yaml.org,2002:timestamp")]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver(_BOOL, re.compile("^(true|false|True|False|TRUE|FALSE)$"), list("tTfF"))


def load(text):
    return yaml.load(text, Plain)


@pytest.mark.parametrize("name", NAMES)
def test_the_files_are_fresh(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert text == written(schemas()[name]), "run: python -m builder.read.schema"


def test_there_is_a_schema_for_every_file_and_no_other():
    assert sorted(path.name for path in FOLDER.glob("*.json")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_valid_and_every_key_is_described(name):
    schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for key, value in schema["properties"].items():
        assert value.get("description"), key


def test_the_shipped_course_obeys():
    assert complaints("course", load((ROOT / "content" / "course.yml").read_text())) == []


@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/module.yml")), ids=str)
def test_shipped_modules_obey(path):
    assert complaints("module", load(path.read_text())) == []


@pytest.mark.parametrize("path", sorted((ROOT / "quizzes").glob("**/*.yml")), ids=str)
def test_shipped_quizzes_obey(path):
    assert complaints("quiz", load(path.read_text())) == []


@pytest.mark.parametrize("path", PLANS, ids=str)
def test_shipped_plans_obey(path):
    name = "cohort" if path.parent.name == "cohorts" else "workshop"
    assert complaints(name, load(path.read_text())) == []


@pytest.mark.parametrize("path", LESSONS, ids=str)
def test_shipped_lessons_obey(path):
    parts = front_matter.split(path.read_text(), "a.md")
    assert complaints("lesson", load(parts.yaml) or {}) == []
    for fence in scan(parts.body).fences:
        if fence.info in ("takeaway", "facilitator"):
            assert complaints(fence.info, load(fence.text)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("course", "titel: x\ntitle: y"),
        ("course", "title: x\npass_mark: 101"),
        ("course", "title: x\nshell: other"),
        ("course", "title: x\nlevels: {a: loud}"),
        ("course", "subtitle: x"),
        ("module", "lesson: [a]"),
        ("lesson", "minutes: soon"),
        ("lesson", "image: {alt: x}"),
        ("lesson", "sources: [{link: 'https://a.b'}]"),
        ("takeaway", "title: x"),
        ("takeaway", "title: x\nminutes: 0"),
        ("quiz", "questions: [{type: other, prompt: x}]"),
        ("quiz", "questions: [{type: true-false, prompt: x}]"),
        ("quiz", "questions: [{type: true-false, prompt: x, answer: true, options: [a]}]"),
        ("quiz", "questions: [{type: single-choice, prompt: x, options: [{corect: true}]}]"),
        ("quiz", "questions: [{type: ordering, prompt: x, pairs: []}]"),
        ("quiz", "questions: [{prompt: x}]"),
        ("quiz", "title: x"),
        ("facilitator", "say: Hello"),
        ("facilitator", ""),
        ("workshop", "schema: workshop/2\ntitle: x\nduration: 9\nblocks: []"),
        ("workshop", "schema: workshop/1\ntitle: x\nblocks: []"),
        ("workshop", f"{WORKSHOP}\n- {{id: a, kind: nap, minutes: 5}}"),
        ("workshop", f"{WORKSHOP}\n- {{id: a, kind: open, minutes: 0}}"),
        ("workshop", f"{WORKSHOP}\n- {{id: a, kind: open, minutes: 5, online: {{kind: quiz}}}}"),
        ("cohort", f"{COHORT}, facilitators: [Ada]}}"),
        ("cohort", COHORT.replace("room", "hybrid") + "}"),
    ],
)
def test_the_schemas_find_mistakes(name, text):
    assert complaints(name, load(text))


@pytest.mark.parametrize(
    ("name", "read", "text"),
    [
        ("lesson", lesson_keys, "objectives: [{a: b}, {id: c, text: d}, e]\ntags: x\nimage: a.png"),
        ("lesson", lesson_keys, "title:\nsummary:\nminutes:\nsources: [a, {text: b}]"),
        ("lesson", lesson_keys, "title: 1.10\nsummary: [No, 1]"),
        ("quiz", quiz, "questions: [{type: single-choice, prompt: x, options: [a, {text: b}]}]"),
        ("quiz", quiz, "questions: [{type: matching, prompt: x, pairs: [{text: 1, answer: 2}]}]"),
        ("facilitator", facilitator, "prompt: a\ndebrief: [b, c]"),
        (
            "workshop",
            workshop,
            f"modes: online\nprework: [a, {{lesson: b}}]\n{WORKSHOP}\n- {BLOCK}",
        ),
        ("workshop", workshop, f"certificate: {{score: null}}\n{WORKSHOP}\n- {BLOCK}"),
        ("cohort", cohort, f"{COHORT}, facilitators: lead, overrides: {{blocks: {{a: 5}}}}}}"),
    ],
)
def test_readers_and_schemas_accept_the_same(name, read, text):
    assert complaints(name, load(text)) == []
    assert read_yaml(text, "a.yml", read).findings == ()
