"""Loading reads each text once, keeps what did not change and names what it lost."""

from builder.pipeline import Options, load

QUIZ = """\
title: Check
questions:
  - id: q
    type: true-false
    prompt: Water is wet.
    answer: true
    feedback: It is, as everybody knows.
"""


def course(folder, **more):
    return folder(
        {
            "content/course.yml": "id: c\ntitle: C\nmodules: [m]\n",
            "content/m/module.yml": "title: M\nlessons: [a, b]\n",
            "content/m/index.md": "# M\n\nWelcome.\n",
            "content/m/a.md": "---\ntitle: A\n---\n\n## One\n\nText.\n",
            "content/m/b.md": "---\ntitle: B\n---\n\n## Two\n\nText.\n",
            "quizzes/a.yml": QUIZ,
            **more,
        }
    )


def read(root, **options):
    return load(Options(root=root, jobs=1, **options))


def test_the_second_time_nothing_is_read_anew(folder):
    root = course(folder)
    assert read(root).changed == 4
    assert read(root).changed == 0
    (root / "content/m/a.md").write_text("---\ntitle: A2\n---\n\n## One\n\nText.\n")
    project = read(root)
    assert project.changed == 1
    assert [entry.title for _, entry in project.course.lessons()] == ["A2", "B"]


def test_a_reading_builds_on_the_one_before(folder):
    root = course(folder)
    options = Options(root=root, jobs=1, cache=False)
    first = load(options)
    (root / "content/m/a.md").write_text("---\ntitle: A2\n---\n\n## One\n\nText.\n")
    second = load(options, first)
    assert (second.changed, load(options, second).changed) == (1, 0)
    assert second.course == load(options).course
    assert [e.title for _, e in first.course.lessons()] == ["A", "B"]


def test_without_a_cache_everything_is_read(folder):
    root = course(folder)
    assert [read(root, cache=False).changed for _ in range(2)] == [4, 4]


def test_a_removed_lesson_is_forgotten(folder):
    root = course(folder)
    read(root)
    (root / "content/m/b.md").unlink()
    project = read(root)
    assert [entry.id for _, entry in project.course.lessons()] == ["a"]
    assert {finding.code for finding in project.report} >= {"unknown-lesson"}


def test_the_library_hands_out_lessons_quizzes_and_pages(folder):
    library = read(course(folder)).library
    lesson, body = library.lesson("content/m/a.md")
    assert (lesson.title, body.parts[0].id) == ("A", "one")
    assert library.quiz("a").title == "Check"
    assert library.quiz("nothing") is None
    assert "Welcome." in library.page("content/m/index.md").html
    assert library.words("content/m/a.md").head.endswith('"h":[["one","One"]]')
    assert library.key("content/m/a.md") != library.key("content/m/b.md")


def test_a_text_that_hangs_is_named_and_the_rest_goes_on(folder):
    root = course(folder, **{"content/m/b.md": "---\ntitle: B\n---\n\n" + "[" * 60_000 + "\n"})
    project = read(root, time_limit=0.3)
    (finding,) = [f for f in project.report if f.code == "lesson-timeout"]
    assert str(finding.span) == "content/m/b.md:1:1"
    assert [entry.title for _, entry in project.course.lessons()] == ["A", "B"]


def test_progress_is_told(folder):
    told = []
    read(course(folder), cache=False, progress=lambda *step: told.append(step))
    assert told[-1] == ("Reading", 4, 4)


def test_sources_are_there_to_show_beside_a_finding(folder):
    project = read(course(folder))
    assert project.source("content/m/module.yml").startswith("title: M")
    assert project.source("nowhere.md") is None


def test_pictures_are_looked_into_once(folder, monkeypatch):
    from builder.pipeline import images

    root = course(folder, **{"content/m/p.png": b"no picture at all"})
    assert "image-type" in {finding.code for finding in read(root).report}
    monkeypatch.setattr(images, "check_image", None)
    assert "image-type" in {finding.code for finding in read(root).report}


def test_nothing_outside_the_course_is_ever_opened_to_show_a_finding(folder):
    import os

    root = course(folder)
    os.mkfifo(root / "content/m/pipe.md")
    (root / "content/m/link.md").symlink_to("/etc/hostname")
    project = read(root)
    assert project.source("content/m/pipe.md") is None
    assert project.source("content/m/link.md") is None
