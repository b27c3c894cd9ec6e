import pytest

from builder.read.yaml_nodes import PARSER, Broken, ListNode, MapNode, PureParser, Scalar, parse

PARSERS = pytest.mark.parametrize("parser", [PARSER, PureParser])


def shape(node):
    """A node as plain data, to compare trees."""
    if isinstance(node, MapNode):
        return {key: shape(value) for key, value in node.entries.items()}
    if isinstance(node, ListNode):
        return [shape(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else node and Broken


def found(text, parser=PARSER):
    return [(f.span[1:], f.code) for f in parse(text, "a.yml", parser=parser)[1]]


@PARSERS
def test_every_value_keeps_its_characters(parser):
    node, findings = parse("a: No\nb: [1:30, 0777]\nc:\n  d: |\n    x\n", "a.yml", parser=parser)
    assert shape(node) == {"a": "No", "b": ["1:30", "0777"], "c": {"d": "x\n"}}
    assert not findings


@PARSERS
def test_nodes_know_their_line_and_column_in_characters(parser):
    node, _ = parse("ключ: [ä, ö]\nb: x\n", "a.yml", 3, 5, parser=parser)
    listed = node.entries["ключ"]
    assert (listed.line, listed.column) == (3, 11)
    assert (listed.items[1].line, listed.items[1].column) == (3, 15)
    assert (node.entries["b"].line, node.entries["b"].column) == (4, 8)


@PARSERS
def test_an_empty_text_has_no_root(parser):
    assert parse("# nothing\n", "a.yml", parser=parser) == (None, [])


@PARSERS
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x y", (1, 4)),
        ("a: *x", (1, 4)),
        ("a: !!int 3", (1, 4)),
        ("a: ! 3", (1, 4)),
        ("a: &x {b: c}", (1, 4)),
        ("a: !t [b]", (1, 4)),
        ("<<: {a: b}", (1, 1)),
        ("&a b: c", (1, 1)),
    ],
)
def test_anchors_aliases_merge_keys_and_tags_are_errors(text, place, parser):
    assert found(text, parser)[0] == (place, "yaml-feature")


@PARSERS
def test_a_refused_value_does_not_spoil_its_neighbours(parser):
    node, _ = parse("a: *x\nb: c\n", "a.yml", parser=parser)
    assert shape(node) == {"a": Broken, "b": "c"}


@PARSERS
def test_a_key_given_twice_is_an_error_that_names_the_first(parser):
    node, findings = parse("a: 1\nb: 2\na: 3\n", "a.yml", parser=parser)
    (finding,) = findings
    assert (finding.code, finding.span[1:]) == ("duplicate-key", (3, 1))
    assert finding.see[0][0][1:] == (1, 1)
    assert shape(node) == {"a": "1", "b": "2"}


@PARSERS
@pytest.mark.parametrize("text", ["? [a]\n: b\n", "? {a: b}\n: c\n"])
def test_a_list_or_block_cannot_be_a_key(text, parser):
    assert found(text, parser) == [((1, 3), "yaml-syntax")]


@PARSERS
def test_a_second_document_is_an_error(parser):
    assert found("a: 1\n---\nb: 2\n", parser) == [((2, 1), "yaml-syntax")]


@PARSERS
@pytest.mark.parametrize("bracket", ["[", "{a: ", "- "])
def test_ten_levels_are_allowed_and_eleven_are_not(bracket, parser):
    ends = {"[": "]", "{a: ": "}", "- ": ""}[bracket]
    assert not found(bracket * 10 + "x" + ends * 10, parser)
    assert found(bracket * 11 + "x" + ends * 11, parser)[0][1] == "yaml-depth"


@PARSERS
@pytest.mark.parametrize("text", ["[" * 3000, "- " * 3000, "{a: " * 3000, "? " * 3000])
def test_absurd_nesting_is_a_finding_and_no_crash(text, parser):
    node, findings = parse(text, "a.yml", parser=parser)
    assert isinstance(node, Broken)
    assert findings


@PARSERS
def test_ten_thousand_values_are_allowed_and_more_are_not(parser):
    assert not found("[" + "x," * 9_999 + "]", parser)
    assert found("[" + "x," * 10_000 + "]", parser)[0][1] == "yaml-size"


@PARSERS
def test_a_comment_after_a_plain_value_is_noticed(parser):
    node, _ = parse("a: C # minor\nb: 'C # minor'\nc: C#\nd: x  # y\n", "a.yml", parser=parser)
    assert [n.remark for n in node.entries.values()] == [True, False, False, True]


@PARSERS
@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_unicode_line_ends_do_not_shift_line_numbers(end, parser):
    node, _ = parse(f"a: 'x{end}y'\nb: z\n", "a.yml", parser=parser)
    assert node.entries["b"].line == 2
