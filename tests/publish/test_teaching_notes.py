"""The page of notes for facilitators: complete, safe, and in no site."""

from __future__ import annotations

from builder.hosts.preview.start import reader
from builder.pipeline import Options, load, site_bundle
from builder.publish.teaching_notes import PAGE, teaching_notes

NOTE = """# A & B

## One

```facilitator
timing: 5 minutes & more
prompt: [Ask *this*, Wait]
watch_out_for: <b>Silence</b>
debrief: So what?
```
"""


def page(root) -> str:
    project = load(Options(root=root, jobs=1, cache=False))
    return teaching_notes(project.course, project.library).make().decode()


def test_every_note_stands_under_its_lesson(folder):
    html = page(folder({"m/a.md": NOTE, "m/b.md": "# Second\n\nText.\n"}))
    assert '<a href="m/a.html">A &amp; B</a>' in html
    assert "5 minutes &amp; more" in html
    assert "<p>Ask <em>this</em></p><p>Wait</p>" in html
    assert "So what?" in html
    assert html.count("No notes yet") == 1


def test_links_lead_to_the_site_where_its_address_is_known(folder, run, tmp_path):
    course = "title: C\nurl: https://example.org/c\n"
    root = folder({"content/course.yml": course, "content/m/a.md": NOTE})
    assert run("workshop", "notes", "-C", root, "--out", tmp_path / "notes.html").code == 0
    html = (tmp_path / "notes.html").read_text("utf-8")
    assert 'href="https://example.org/c/m/a.html"' in html


def test_the_preview_has_it_and_no_site(folder):
    options = Options(root=folder({"m/a.md": NOTE}), jobs=1, cache=False)
    built = reader(options, lambda text: None)()
    assert built.bundle is not None
    assert b"Teaching notes" in built.bundle.read(PAGE)
    assert PAGE not in site_bundle(load(options)).files


def test_it_changes_when_a_lesson_does(folder):
    root = folder({"m/a.md": NOTE})
    project = load(Options(root=root, jobs=1, cache=False))
    before = teaching_notes(project.course, project.library).key
    (root / "m/a.md").write_text(NOTE.replace("Wait", "Go"), "utf-8")
    project = load(Options(root=root, jobs=1, cache=False))
    assert teaching_notes(project.course, project.library).key != before


def test_the_command_writes_it(folder, run, tmp_path):
    root = folder({"m/a.md": NOTE})
    ran = run("workshop", "notes", "-C", root, "--out", tmp_path / "notes.html")
    assert (ran.code, ran.out) == (0, f"Wrote {tmp_path / 'notes.html'}.\n")
    html = (tmp_path / "notes.html").read_text("utf-8")
    assert "So what?" in html
    assert "href" not in html
    assert run("workshop", "notes", "-C", root).code == 2
