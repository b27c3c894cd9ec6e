import pytest

from builder.read.blocks import scan


def headings(text):
    return [(h.level, h.text, h.id, h.row, h.rows) for h in scan(text).headings]


def texts(text):
    return [h.text for h in scan(text).headings]


def test_headings_with_hashes():
    assert headings("# A\n\n## B ##\n###C\n") == [
        (1, "A", None, 0, 1),
        (2, "B", None, 2, 1),
        (3, "C", None, 3, 1),
    ]


def test_underlined_headings():
    assert headings("A\n===\n\nB\n-\n") == [(1, "A", None, 0, 2), (2, "B", None, 3, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "two\nlines\n---\n",
        "\n---\n",
        "text\n\n---\n",
        "- item\n---\n",
        "a | b\n--|--\n",
        "#\n",
        "\\# x\n",
        "    # code\n",
        "```\n# code\n```\n",
        "~~~\n# code\n~~~\n",
        "````\n```\n# code\n```\n````\n",
        "<!-- # x -->\n",
        "<!--\n# x\n-->\n",
        "<div>\n\n# x\n\n</div>\n",
        "<script>\n# x\n</script>\n",
        "- a\n\n        # code\n",
    ],
)
def test_what_is_no_heading(text):
    assert texts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "text\n## x\n",
        "```\nnever closed\n\n## x\n",
        "<!-- a --> \n## x\n",
        "<!-- never closed\n\n## x\n",
        "<div markdown>\n\n## x\n\n</div>\n",
        "<div>\n</div>\n## x\n",
        "<br>\n\n## x\n",
        "```\n# code\n```\n## x\n",
        "> ## x\n",
        "> > ## x\n",
        "- a\n\n    ## x\n",
        "!!! note\n    ## x\n",
        '=== "Tab"\n\n    ## x\n',
        "- a\n\n\t## x\n",
    ],
)
def test_what_is_a_heading_all_the_same(text):
    assert texts(text) == ["x"]


def test_only_headings_of_the_text_itself_are_not_nested():
    found = scan("# a\n\n> # b\n\n- c\n\n    # d\n").headings
    assert [(h.text, h.nested) for h in found] == [("a", False), ("b", True), ("d", True)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("## A {#b}", ("A", "b")),
        ("## A {: #b .c }", ("A", "b")),
        ("## A {.c #b}", ("A", "b")),
        ("## A {.c}", ("A", None)),
        ("## A {b}", ("A {b}", None)),
        ("## A ## {#b}", ("A", "b")),
    ],
)
def test_explicit_ids(row, expected):
    (heading,) = scan(row).headings
    assert (heading.text, heading.id) == expected


def test_fences_keep_text_and_place():
    found = scan('a\n\n```python title="x"\ncode\n```\n\n  ~~~{.yaml .x}\n  b\n  ~~~\n').fences
    assert [(f.info, f.text, f.row, f.column) for f in found] == [
        ("python", "code", 2, 0),
        ("yaml", "b", 6, 2),
    ]


def test_a_fence_in_a_list_or_quotation_loses_its_indent():
    found = scan("- a\n\n    ```quiz\n    id: x\n      y\n    ```\n\n> ```\n> b\n> ```\n").fences
    assert [f.text for f in found] == ["id: x\n  y", "b"]


@pytest.mark.parametrize("end", ["", "``\n", "````\n", "``` x\n", "~~~\n"])
def test_a_fence_without_its_closing_line_is_open(end):
    found = scan(f"```quiz\nid: x\n{end}")
    assert not found.fences
    assert [f.info for f in found.open][:1] == ["quiz"]


def test_code_lines_are_counted_without_blank_ones():
    assert scan("```\na\n\nb\n```\n\n    c\n    d\n").code_lines == 4


@pytest.mark.parametrize("info", ["quiz", "takeaway", "facilitator"])
def test_our_own_blocks_are_no_code(info):
    assert scan(f"```{info}\na: b\n```\n").code_lines == 0


def test_what_is_no_prose_is_blank_and_the_rest_keeps_its_place():
    rows = scan("a <!-- b --> c\n```\nd\n```\n[e]: f.md\n1. g\n").rows
    assert rows[0] == "a            c"
    assert [row.strip() for row in rows[1:]] == ["", "", "", "", "g", ""]
    assert rows[5].index("g") == 3


def test_a_comment_over_several_lines():
    rows = scan("a <!-- b\nc\nd --> e\nf\n").rows
    assert [row.strip() for row in rows] == ["a", "", "e", "f", ""]
    assert rows[2].index("e") == 6


def test_link_definitions():
    found = scan('[A b]: <c d.md> "T"\n[a  B]: second.md\n[^1]: note\n*[HTML]: x\n')
    assert found.definitions == {"a b": "c d.md"}


def test_places_of_offsets():
    found = scan("ab\n\ncd\n")
    assert [found.place(n) for n in (0, 1, 3, 4, 5)] == [(0, 0), (0, 1), (1, 0), (2, 0), (2, 1)]
