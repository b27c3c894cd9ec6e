import pickle

from builder.diagnostics import Span
from builder.model.catalogue import lesson_entry, quiz_entry
from builder.model.tree import Tree
from builder.read.assemble import assemble
from builder.read.course import read_course
from builder.read.lesson import read_lesson
from builder.read.page import read_page
from builder.read.quiz import read_quiz

LESSONS = ("content/m/a.md", "content/m/b.md", "content/z.md")


def course(pages=(), files=(), lessons=LESSONS, quizzes=()):
    pages, files = dict(pages), dict(files)
    tree = Tree("content", "", dict.fromkeys((*LESSONS, *pages, *files), 1))
    skeleton = read_course(tree, {path: text.encode() for path, text in files.items()}).value
    entries = {path: lesson_entry(read_lesson(path, b"# T\n").value, "en") for path in lessons}
    return assemble(
        skeleton,
        entries,
        [quiz_entry(read_quiz(path, b"questions: []\n").value) for path in quizzes],
        {path: read_page(path, text.encode()).value for path, text in pages.items()},
    )


def test_lessons_stand_in_their_modules():
    found = course()
    assert [(module.path, entry.path) for module, entry in found.lessons()] == [
        ("content", "content/z.md"),
        ("content/m", "content/m/a.md"),
        ("content/m", "content/m/b.md"),
    ]


def test_a_lesson_that_was_not_read_is_left_out():
    assert len(list(course(lessons=LESSONS[:1]).lessons())) == 1


def test_titles_come_from_yaml_then_page_then_folder():
    page = {"content/m/index.md": "# From page\n"}
    assert course().modules[1].title == "M"
    assert course(page).modules[1].title == "From page"
    assert course(page, {"content/m/module.yml": "title: From YAML\n"}).modules[1].title == (
        "From YAML"
    )


def test_the_course_without_a_title_takes_that_of_its_home_page():
    assert (course().title, course().id) == ("Course", "course")
    found = course({"content/index.md": "# Trust & Us\n"})
    assert (found.title, found.id) == ("Trust & Us", "trust-us")
    named = course({"content/index.md": "# H\n"}, {"content/course.yml": "title: T\nid: x\n"})
    assert (named.title, named.id) == ("T", "x")


def test_pages_find_their_places():
    found = course(
        {"content/README.md": "", "content/m/index.md": "", "content/About.md": "# Us\n"}
    )
    assert found.home.path == "content/README.md"
    assert found.about.title == "Us"
    assert [m.page and m.page.path for m in found.modules] == [None, "content/m/index.md"]


def test_quizzes_come_in_order_of_their_paths():
    assert [q.id for q in course(quizzes=("quizzes/b.yml", "quizzes/a.yml")).quizzes] == ["a", "b"]


def test_a_course_can_go_to_another_process():
    found = course({"content/index.md": "# T\n"})
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.span == Span("content/course.yml")


def test_lessons_of_one_name_in_a_bare_folder_get_their_folder_in_their_id(folder):
    from builder.pipeline import Options, load

    root = folder(dict.fromkeys(("a/intro.md", "b/intro.md", "a/more.md"), "# T\n\nText.\n"))
    course = load(Options(root=root, jobs=1)).course
    assert [entry.id for _, entry in course.lessons()] == ["a-intro", "more", "b-intro"]


def test_a_module_may_give_ids(folder):
    from builder.pipeline import Options, load

    root = folder(
        {
            "course.yml": "title: T\n",
            "a/module.yml": "title: A\nids:\n  intro: my-start\n  gone: x\n",
            "a/intro.md": "# T\n\nText.\n",
            "b/intro.md": "# T\n\nText.\n",
        }
    )
    project = load(Options(root=root, jobs=1, cache=False))
    assert [entry.id for _, entry in project.course.lessons()] == ["my-start", "intro"]
    (unknown,) = (f for f in project.report if f.code == "unknown-lesson")
    assert str(unknown.span) == "a/module.yml:4:3"
