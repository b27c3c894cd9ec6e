"""The field decides the type: no value is changed by what it looks like."""

import pytest

from builder.read.yaml_value import read_yaml

# What YAML 1.1 turns into something else. In a text field every one stays what it is.
LOOKALIKES = [
    "No", "no", "NO", "Yes", "yes", "y", "n", "On", "on", "Off", "off",
    "true", "True", "FALSE", "null", "Null", "~", "NULL",
    "1:30", "12:30:45", "190:20:30", "0777", "0o17", "0x1F", "0b101", "010", "08", "1_000",
    "1.10", "1e3", "+1", "-0", ".5", "6.", ".inf", "-.INF", ".nan", "=",
    "2024-01-01", "2024-01-01T10:00:00Z", "2024-1-1 10:00", "3.0", "1,000",
    "007", "9" * 5000, "1.2.3", "50%", "-", "C#", "a:b", "http://a.b/c#d", "NaN",
]  # fmt: skip


def one(text, read):
    result = read_yaml(text, "a.yml", read)
    return result.value, [f.code for f in result.findings]


@pytest.mark.parametrize("raw", LOOKALIKES, ids=lambda raw: raw[:20])
def test_a_text_keeps_its_characters(raw):
    if raw == "-":
        raw = "'-'"
    assert one(f"t: {raw}\n", lambda f: f.text("t")) == (raw.strip("'"), [])


@pytest.mark.parametrize("key", ["on", "no", "y", "1", "true", "null", "1.0"])
def test_a_key_keeps_its_characters(key):
    assert one(f"{key}: x\n", lambda f: f.text(key)) == ("x", [])


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("'it''s'", "it's"),
        (r'"a\tb é"', "a\tb é"),
        ("two\n  lines", "two lines"),
        ("|\n  two\n  lines", "two\nlines\n"),
        (">-\n  two\n  lines", "two lines"),
        ("''", ""),
        ("", ""),
        ("  padded  ", "padded"),
    ],
)
def test_notations_of_text(raw, text):
    assert one(f"t: {raw}\n", lambda f: f.text("t")) == (text, [])


@pytest.mark.parametrize(
    ("raw", "kind"),
    [("[a, b]", "a list"), ("{a, b}", "a block"), ("{a: b}", "a block"), ("\n  - a", "a list")],
)
def test_a_list_or_block_is_no_text(raw, kind):
    result = read_yaml(f"t: {raw}\n", "a.yml", lambda f: f.text("t", default="d"))
    (finding,) = result.findings
    assert (result.value, finding.code) == ("d", "wrong-type")
    assert kind in finding.message


def test_a_text_that_became_a_block_gets_the_repaired_line_as_hint():
    result = read_yaml("t:\n  - Do: this\n", "a.yml", lambda f: f.texts("t"))
    assert result.findings[0].hint == 'put the text in quotes: "Do: this"'


@pytest.mark.parametrize(
    ("raw", "number"), [("0", 0), ("15", 15), ("+3", 3), ("-2", -2), ("999999999999999", None)]
)
def test_whole_numbers(raw, number):
    value, codes = one(f"n: {raw}\n", lambda f: f.integer("n", low=-10, high=100))
    assert (value, codes) == (number, [] if number is not None else ["wrong-value"])


@pytest.mark.parametrize(
    "raw",
    ["1:30", "010", "08", "0x1F", "1_000", "1e3", "1.0", "'15'", '"15"', "fifteen", "1,000",
     "9" * 5000, "[1]", "{a: 1}", "15 min", "٣", ".inf", "true", "--1", "+", "1 2"],
    ids=lambda raw: raw[:12],
)  # fmt: skip
def test_what_is_no_whole_number(raw):
    assert one(f"n: {raw}\n", lambda f: f.integer("n")) == (None, ["wrong-type"])


def test_a_quoted_number_gets_the_repair_as_hint():
    result = read_yaml("n: '15'\n", "a.yml", lambda f: f.integer("n"))
    assert result.findings[0].hint == "remove the quotes: 15"


@pytest.mark.parametrize(("raw", "number"), [("1.5", 1.5), ("2", 2.0), ("0.25", 0.25)])
def test_decimals(raw, number):
    assert one(f"n: {raw}\n", lambda f: f.number("n")) == (number, [])


@pytest.mark.parametrize("raw", ["1e3", ".5", "1.", "nan", ".inf", "1,5", "'1.5'"])
def test_what_is_no_decimal(raw):
    assert one(f"n: {raw}\n", lambda f: f.number("n")) == (None, ["wrong-type"])


@pytest.mark.parametrize(
    ("raw", "flag"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False)],
)
def test_truth(raw, flag):
    assert one(f"f: {raw}\n", lambda f: f.flag("f", default=not flag)) == (flag, [])


@pytest.mark.parametrize(
    ("raw", "hint"),
    [("yes", "write true"), ("Off", "write false"), ("n", "write true or"), ("1", "write true or"),
     ("'true'", "write true or"), ("[true]", "write true or"), ("tRUE", "write true or")],
)  # fmt: skip
def test_what_is_no_truth(raw, hint):
    result = read_yaml(f"f: {raw}\n", "a.yml", lambda f: f.flag("f"))
    assert [f.code for f in result.findings] == ["wrong-type"]
    assert result.value is False
    assert result.findings[0].hint.startswith(hint)


def test_a_word_that_is_not_allowed_gets_the_closest_as_hint():
    result = read_yaml("c: cuorse\n", "a.yml", lambda f: f.choice("c", ("course", "material")))
    (finding,) = result.findings
    assert (finding.code, finding.hint) == ("wrong-value", "did you mean 'course'?")


def test_a_word_like_none_gets_all_of_them():
    result = read_yaml("c: xyz\n", "a.yml", lambda f: f.choice("c", ("course", "material")))
    assert result.findings[0].hint == "use one of: course, material"


@pytest.mark.parametrize(
    ("raw", "texts"),
    [("[a, b]", ("a", "b")), ("a", ("a",)), ("\n  - a\n  -\n  - b", ("a", "b")), ("", ()),
     ("[]", ()), ("'a, b'", ("a, b",))],
)  # fmt: skip
def test_lists_of_texts(raw, texts):
    assert one(f"t: {raw}\n", lambda f: f.texts("t")) == (texts, [])


@pytest.mark.parametrize("raw", ["{a: 1}", "{}"])
def test_a_block_is_no_list_of_texts(raw):
    result = read_yaml(f"t: {raw}\n", "a.yml", lambda f: f.texts("t"))
    assert [(f.code, f.hint) for f in result.findings] == [
        ("wrong-type", "begin each entry with '- '")
    ]


def test_names_have_places():
    result = read_yaml("t:\n  - a\n  - b\n", "a.yml", lambda f: f.refs("t"))
    assert [(r.id, r.span) for r in result.value] == [
        ("a", ("a.yml", 2, 5)),
        ("b", ("a.yml", 3, 5)),
    ]


@pytest.mark.parametrize("raw", ["https://a.b/c?d=e#f", "http://localhost:8000"])
def test_addresses(raw):
    assert one(f"u: {raw}\n", lambda f: f.address("u")) == (raw, [])


@pytest.mark.parametrize("raw", ["javascript:alert(1)", "a.b", "//a.b", "https://", "ftp://a"])
def test_what_is_no_address(raw):
    assert one(f"u: {raw}\n", lambda f: f.address("u")) == ("", ["wrong-value"])


@pytest.mark.parametrize(("raw", "alt"), [("''", ""), ("", None), ("x", "x")])
def test_an_empty_text_in_quotes_differs_from_none(raw, alt):
    assert one(f"alt: {raw}\n", lambda f: f.optional_text("alt")) == (alt, [])


def test_text_lost_to_a_comment_is_a_warning():
    result = read_yaml("t: C # minor\n", "a.yml", lambda f: f.text("t"))
    (finding,) = result.findings
    assert (result.value, finding.code, finding.level) == ("C", "lost-text", "warning")


def test_text_lost_to_a_comment_is_told_once():
    read = lambda f: (f.text("t"), f.text("t"))  # noqa: E731
    assert one("t: C # minor\n", read) == (("C", "C"), ["lost-text"])


def test_a_comment_after_a_quoted_text_or_a_number_is_a_comment():
    read = lambda f: (f.text("t"), f.integer("n"))  # noqa: E731
    assert one("t: 'C' # minor\nn: 3 # three\n", read) == (("C", 3), [])
