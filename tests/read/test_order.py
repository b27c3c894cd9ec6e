import pytest

from builder.read.order import humanise, is_index, natural, natural_path, stem


def test_numbers_sort_by_value_before_words():
    names = ["10 b", "2 a", "b", "A", "a10", "a9", "02 a"]
    assert sorted(names, key=natural) == ["02 a", "2 a", "10 b", "A", "a9", "a10", "b"]


def test_names_that_differ_only_in_case_keep_one_order():
    assert sorted(["b", "B", "a"], key=natural) == sorted(["B", "a", "b"], key=natural)


def test_digits_of_other_scripts_are_no_trouble():
    assert sorted(["²", "٣", "1"], key=natural)


def test_folders_sort_part_by_part():
    paths = ["10", "2/b", "2", "2/a/c", "2/a"]
    assert sorted(paths, key=natural_path) == ["2", "2/a", "2/a/c", "2/b", "10"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("cultivating-empathy", "Cultivating empathy"),
        ("02-cultivating_empathy", "Cultivating empathy"),
        ("1.2. The start", "The start"),
        ("03_next", "Next"),
        ("2024", "2024"),
        ("7 habits", "Habits"),
        ("3d-printing", "3d printing"),
        ("a--b", "A b"),
        ("été", "Été"),
        ("-", "-"),
        ("FAQ", "FAQ"),
    ],
)
def test_names_become_titles(name, title):
    assert humanise(name) == title


def test_stems_and_index_files():
    assert stem("a/b.c.md") == "b.c"
    assert is_index("a/README.md")
    assert is_index("index.markdown")
    assert is_index("hugo/_index.md")
    assert not is_index("a/indexes.md")
