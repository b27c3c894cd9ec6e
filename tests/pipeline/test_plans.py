"""Workshop plans are read and checked with the course, and reach no page of it."""

from __future__ import annotations

import pytest
from check.workshop.course import COHORT, FILES, HALF_DAY, PLAN

from builder.pipeline import Options, load, site_bundle
from builder.pipeline.registry import registered
from builder.publish.bundle import content_bytes
from builder.publish.outputs import PACKAGES, Outputs
from builder.publish.publisher import Source

SECRET = "Xylophone"
NOTES = f"""
```facilitator
timing: {SECRET} timing
prompt: {SECRET} prompt
watch_out_for: {SECRET} trap
debrief: {SECRET} question
```
"""
COURSE = {
    **FILES,
    "content/course.yml": "title: C\nmodules: [m]\n",
    "content/m/module.yml": "title: M\n",
    "content/m/empathy.md": FILES["content/m/empathy.md"] + NOTES,
    "content/workshops/README.md": f"# {SECRET}\n",
    "content/workshops/room.svg": "<svg/>",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("planned")
    for name, text in COURSE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return load(Options(root=root, jobs=1))


def test_plans_are_part_of_the_course(project):
    assert [plan.id for plan in project.course.workshops] == ["half-day"]
    assert [run.workshop.id for run in project.course.cohorts] == ["half-day"]
    assert [entry.id for _, entry in project.course.lessons()] == [
        "empathy", "influence", "networks",
    ]  # fmt: skip
    assert not len(project.plans)


def test_nothing_of_plans_or_facilitator_notes_reaches_a_learner(project):
    (note,) = project.library.lesson("content/m/empathy.md").lesson.facilitator
    assert SECRET in note.timing
    bundle = site_bundle(project)
    assert not [path for path in bundle if "workshops" in path or "room.svg" in path]
    for path in bundle:
        data = content_bytes(bundle.files[path])
        assert SECRET.encode() not in data, path
        assert b"half-day" not in data, path
        assert b"Stand if" not in data, path


@pytest.mark.parametrize("name", PACKAGES)
def test_nothing_of_them_is_in_a_package_for_a_learning_platform(project, name):
    source = Source(project.course, project.library, project.tree, project.options.root)
    bundle = Outputs(source, registered(project).registry).publisher(name).bundle()
    assert len(bundle.files) > 3
    for path in bundle:
        data = bundle.read(path)
        assert SECRET.encode() not in data, path
        assert b"half-day" not in data, path


def test_a_mistake_in_a_plan_stops_no_site(folder):
    bad = {PLAN: HALF_DAY.replace("duration: 240", "duration: 200")}
    root = folder({**COURSE, **bad})
    project = load(Options(root=root, jobs=1))
    assert project.plans.failed
    assert [finding.span.path for finding in project.plans] == [PLAN]
    assert PLAN not in {finding.span.path for finding in project.report}
    assert set(project.findings) == {*project.report, *project.plans}
    assert "duration: 200" in (project.source(PLAN) or "")


def test_a_lesson_among_plans_is_not_lost_in_silence(folder):
    root = folder({**COURSE, "content/workshops/lesson.md": "# L\n"})
    (found,) = load(Options(root=root, jobs=1)).plans
    assert (found.code, found.span.path) == ("text-among-plans", "content/workshops/lesson.md")


def test_plans_are_read_again_only_when_they_change(folder):
    root = folder(COURSE)
    assert load(Options(root=root, jobs=1)).changed > 0
    assert load(Options(root=root, jobs=1)).changed == 0
    (root / COHORT).write_text(FILES[COHORT].replace("14", "12"), "utf-8")
    project = load(Options(root=root, jobs=1))
    assert project.changed == 1
    assert project.course.cohorts[0].people == 12


def test_a_renamed_heading_makes_the_plan_fail_though_it_did_not_change(folder):
    root = folder(COURSE)
    load(Options(root=root, jobs=1))
    lesson = root / "content/m/empathy.md"
    lesson.write_text(lesson.read_text("utf-8").replace("## Three kinds", "## Kinds"), "utf-8")
    (found,) = load(Options(root=root, jobs=1)).plans
    assert found.code == "plan-section"
    assert (found.span.path, found.span.line) == (PLAN, 24)
