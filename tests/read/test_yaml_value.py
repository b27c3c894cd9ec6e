import pytest

from builder.read.yaml_value import read_yaml


def pair(fields):
    return fields.text("text", required=True), fields.flag("right")


def run(text, read, **place):
    result = read_yaml(text, "a.yml", read, **place)
    return result.value, [(f.span[1:], f.code, f.message) for f in result.findings]


def codes(text, read):
    return [f.code for f in read_yaml(text, "a.yml", read).findings]


def test_an_unknown_key_gets_the_closest_known_one_as_hint():
    result = read_yaml("text: x\nrihgt: true\n", "a.yml", pair)
    (finding,) = result.findings
    assert (finding.code, finding.span[1:]) == ("unknown-key", (2, 1))
    assert finding.hint == "did you mean 'right'?"


def test_an_unknown_key_unlike_all_gets_all_of_them():
    result = read_yaml("text: x\nzzz: true\n", "a.yml", pair)
    assert result.findings[0].hint == "use one of: right, text"


def test_a_missing_key_is_reported_at_its_block():
    _, findings = run("list:\n  - text: a\n  - right: true\n", lambda f: f.items("list", pair))
    assert findings == [((3, 5), "missing-key", "'text' is missing")]


@pytest.mark.parametrize("raw", ["", "''", "' '"])
def test_a_required_text_must_not_be_empty(raw):
    _, findings = run(f"right: true\ntext: {raw}\n", pair)
    assert findings == [((2, 1), "missing-key", "'text' is empty")]


def test_a_misspelt_required_key_is_one_mistake():
    assert codes("txet: x\n", pair) == ["unknown-key"]


@pytest.mark.parametrize(
    "text",
    ["text: [a]\n", "text: &a b\n", "text: *a\n", "text: !t a\n", "text: {a: b}\n", "text: 'a\n"],
)
def test_a_value_that_failed_is_not_also_called_missing(text):
    assert len(codes(text, pair)) == 1


@pytest.mark.parametrize("text", ["- a\n", "just text\n", "[a]\n"])
def test_a_file_that_is_no_block_is_one_mistake(text):
    assert codes(text, pair) == ["wrong-type"]


def test_an_empty_file_lacks_what_is_required():
    assert codes("", pair) == ["missing-key"]


def test_a_list_where_a_block_is_wanted():
    value, findings = run("b: [1]\n", lambda f: f.nested("b", pair))
    assert value is None
    assert findings[0][:2] == ((1, 4), "wrong-type")


def test_a_block_where_a_list_is_wanted():
    value, findings = run("b: {text: x}\n", lambda f: f.items("b", pair))
    assert value == ()
    assert findings[0][:2] == ((1, 4), "wrong-type")


def test_entries_that_are_no_blocks_are_left_out():
    value, findings = run("b: [{text: x}, y, [z]]\n", lambda f: f.items("b", pair))
    assert value == (("x", False),)
    assert [place for place, *_ in findings] == [(1, 16), (1, 19)]


def test_a_bare_text_may_stand_for_a_block():
    read = lambda f: f.items("b", pair, short="text")  # noqa: E731
    assert run("b: [x, {text: y, right: true}]\n", read) == ((("x", False), ("y", True)), [])


def test_a_nested_block_may_be_a_bare_text_too():
    assert run("b: x\n", lambda f: f.nested("b", pair, short="text")) == (("x", False), [])


def tag(fields):
    return fields.text("id", required=True), fields.text("label"), fields.text("description")


@pytest.mark.parametrize(
    "text",
    [
        "t:\n  a: One\n  b: {label: Two, description: D}\n",
        "t:\n  - a: One\n  - b: {label: Two, description: D}\n",
        "t:\n  - {id: a, label: One}\n  - {id: b, label: Two, description: D}\n",
    ],
)
def test_named_blocks_have_several_notations(text):
    read = lambda f: f.named("t", tag, short="label")  # noqa: E731
    assert run(text, read) == ((("a", "One", ""), ("b", "Two", "D")), [])


def test_a_named_block_may_have_no_value_at_all():
    assert run("t:\n  a:\n", lambda f: f.named("t", tag, short="label")) == ((("a", "", ""),), [])


@pytest.mark.parametrize("text", ["t:\n  a: {lable: x}\n", "t:\n  - a: {lable: x}\n"])
def test_an_unknown_key_of_a_named_block_has_its_place(text):
    _, findings = run(text, lambda f: f.named("t", tag, short="label"))
    assert [(place[0], code) for place, code, _ in findings] == [(2, "unknown-key")]


def test_a_named_block_that_is_no_list_and_no_block():
    _, findings = run("t: x\n", lambda f: f.named("t", tag, short="label"))
    assert [code for _, code, _ in findings] == ["wrong-type"]


def test_free_keys_with_chosen_words():
    read = lambda f: f.words("l", ("error", "off"))  # noqa: E731
    assert run("l: {a: off, b: error}\n", read) == ({"a": "off", "b": "error"}, [])
    value, findings = run("l: {a: of}\n", read)
    assert (value, findings[0][1]) == ({}, "wrong-value")


@pytest.mark.parametrize("raw", ["[a]", "x"])
def test_free_keys_need_a_block(raw):
    value, findings = run(f"l: {raw}\n", lambda f: f.words("l", ("error",)))
    assert (value, findings[0][1]) == ({}, "wrong-type")


def test_a_word_chooses_the_reader():
    readers = {"one": lambda f: f.text("a"), "two": lambda f: f.text("b")}
    assert run("kind: two\nb: x\n", lambda f: f.variants("kind", readers)) == ("x", [])


@pytest.mark.parametrize("text", ["kind: thre\nzzz: x\n", "zzz: x\n", "kind: [one]\nzzz: x\n"])
def test_without_a_reader_no_key_is_called_unknown(text):
    readers = {"one": lambda f: f.text("a")}
    value, findings = run(text, lambda f: f.variants("kind", readers))
    assert value is None
    assert len(findings) == 1


def test_places_are_those_in_the_file_around():
    _, findings = run("text: [a]\n", pair, line=10, column=3)
    assert findings[0][0] == (10, 9)


def test_all_mistakes_are_found_in_one_run():
    text = (
        "list:\n  - {text: [a]}\n  - {text: b, rihgt: true}\n  - {right: maybe, text: c}\n  - 3\n"
    )
    _, findings = run(text, lambda f: f.items("list", pair))
    assert [(place[0], code) for place, code, _ in findings] == [
        (2, "wrong-type"),
        (3, "unknown-key"),
        (4, "wrong-type"),
        (5, "wrong-type"),
    ]


def test_a_huge_file_is_refused_before_it_is_read():
    assert codes("text: " + "x" * 600_000, pair) == ["yaml-size"]


def test_a_block_tells_whether_anything_in_it_failed():
    seen = []

    def read(fields):
        fields.items("list", pair)
        seen.append(fields.failed)

    read_yaml("list: [{text: a}]\n", "a.yml", read)
    read_yaml("list: [{txet: a}]\n", "a.yml", read)
    read_yaml("list: 'x\n", "a.yml", read)
    assert seen == [False, True, True]
