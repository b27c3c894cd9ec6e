import pytest

from builder.read.front_matter import split


def parts(text):
    found = split(text, "a.md")
    return found.yaml, found.body, found.body_line, [f.code for f in found.findings]


def test_front_matter_and_body_with_their_lines():
    assert parts("---\ntitle: x\n---\n# Hi\n") == ("title: x", "# Hi\n", 4, [])


@pytest.mark.parametrize("text", ["", "# Hi\n", "\n---\ntitle: x\n---\n", "text\n---\na: b\n---\n"])
def test_a_text_without_front_matter_is_all_body(text):
    assert parts(text) == ("", text, 1, [])


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule above a text.\n\n---\n",
        "---\n# Heading below a rule\n\nText\n",
        "---\n- a list\n---\n",
        "---\nhttps://a.b\n---\n",
        "----\na: b\n----\n",
        "---",
        "---\n",
    ],
)
def test_a_rule_at_the_top_is_no_front_matter(text):
    assert parts(text) == ("", text, 1, [])


@pytest.mark.parametrize("text", ["---\n---\nbody", "---\n\n---\nbody", "---\n# note\n---\nbody"])
def test_front_matter_may_be_empty(text):
    assert parts(text)[1] == "body"


@pytest.mark.parametrize("key", ["title:", '"a b": c', "'x': y", "größe: 1", "a-b.c: d", "- a: b"])
def test_what_could_begin_a_mapping(key):
    expected = "" if key.startswith("- ") else key
    assert parts(f"---\n{key}\n---\nbody")[0] == expected


def test_three_dots_close_it_too():
    assert parts("---\na: b\n...\nbody") == ("a: b", "body", 4, [])


def test_blanks_after_the_rule_are_allowed():
    assert parts("---  \na: b\n--- \nbody") == ("a: b", "body", 4, [])


def test_front_matter_that_is_never_closed_is_an_error_and_the_text_stays():
    assert parts("---\ntitle: x\n\n# Hi\n") == (
        "",
        "title: x\n\n# Hi\n",
        2,
        ["front-matter-open"],
    )


def test_too_much_front_matter_is_refused():
    text = "---\na: " + "x" * 66_000 + "\n---\nbody"
    assert parts(text) == ("", "body", 4, ["yaml-size"])


@pytest.mark.parametrize("first", ['title = "x"', "[a]", '"a b" = 1', "a.b = 2"])
def test_toml_is_neither_read_nor_shown(first):
    assert parts(f"+++\n{first}\n+++\nbody") == ("", "body", 4, ["toml-front-matter"])


@pytest.mark.parametrize("text", ["+++\ntitle = 1\n", "+++\nSome text\n+++\n", "+++"])
def test_other_plus_signs_are_text(text):
    assert parts(text) == ("", text, 1, [])
