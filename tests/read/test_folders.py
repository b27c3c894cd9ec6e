import pytest

from builder.model.tree import Tree
from builder.read import folders


def tree(*paths, content="content", quizzes="quizzes"):
    return Tree(content, quizzes, dict.fromkeys(paths, 1))


KINDS = {
    "content/m/a.md": "is_lesson",
    "content/m/A.MD": "is_lesson",
    "content/m/a.markdown": "is_lesson",
    "content/a.md": "is_lesson",
    "content/m/about.md": "is_lesson",
    "content/about.md": "is_page",
    "content/index.md": "is_page",
    "content/m/README.md": "is_page",
    "content/course.yml": "is_course_file",
    "content/m/module.yml": "is_course_file",
    "quizzes/a.yml": "is_quiz",
    "quizzes/m/a.yaml": "is_quiz",
    "content/m/a.png": "",
    "content/m/course.yml": "",
    "content/m/a.yml": "",
    "quizzes/a.md": "",
    "quizzes/README.md": "",
}


@pytest.mark.parametrize("path", KINDS)
def test_each_file_is_of_one_kind_at_most(path):
    kinds = ("is_lesson", "is_page", "is_course_file", "is_quiz")
    found = [kind for kind in kinds if getattr(folders, kind)(tree(path), path)]
    assert found == ([KINDS[path]] if KINDS[path] else [])


def test_in_a_bare_folder_everything_but_the_quizzes_is_content():
    bare = tree(content="")
    assert folders.is_lesson(bare, "a.md")
    assert folders.is_page(bare, "about.md")
    assert folders.is_course_file(bare, "course.yml")
    assert not folders.is_lesson(bare, "quizzes/a.md")


def test_every_folder_that_holds_markdown_is_a_module_in_natural_order():
    found = folders.folders(
        tree(
            "content/10/a.md", "content/2/10.md", "content/2/9.md", "content/2/deep/x.md",
            "content/3/README.md", "content/4/module.yml", "content/5/a.png", "content/index.md",
        )
    )  # fmt: skip
    assert found == {
        "content/2": ("content/2/9.md", "content/2/10.md"),
        "content/2/deep": ("content/2/deep/x.md",),
        "content/3": (),
        "content/4": (),
        "content/10": ("content/10/a.md",),
    }


def test_lessons_beside_the_modules_come_first():
    found = folders.folders(tree("content/m/a.md", "content/z.md"))
    assert list(found) == ["content", "content/m"]


def test_the_page_of_a_folder():
    paths = {"m/README.md", "m/index.md", "n/readme.md", "index.md"}
    assert folders.page_at("m", paths) == "m/index.md"
    assert folders.page_at("n", paths) == "n/readme.md"
    assert folders.page_at("", paths) == "index.md"
    assert folders.page_at("o", paths) == ""
