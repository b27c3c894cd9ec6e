import pytest

from builder.read import inline

DEFINITIONS = {"r": "ref.md", "long label": "long.md"}


def links(text):
    return [(hit.target, hit.text) for hit in inline.scan(text, DEFINITIONS).links]


def pictures(text):
    return [(hit.target, hit.text) for hit in inline.scan(text, DEFINITIONS).pictures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](x.md)", ("x.md", "a")),
        ('[a](x.md "Title")', ("x.md", "a")),
        ("[a](x.md 'Title')", ("x.md", "a")),
        ("[a](<x y.md>)", ("x y.md", "a")),
        ("[a](x y.md)", ("x y.md", "a")),
        ('[a](x y.md "T")', ("x y.md", "a")),
        ("[a](x_(y).md)", ("x_(y).md", "a")),
        ("[a]( x.md )", ("x.md", "a")),
        ("[a](x.md#b)", ("x.md#b", "a")),
        ("[a](#b)", ("#b", "a")),
        ("[a]()", ("", "a")),
        ("[a\nb](x.md)", ("x.md", "a b")),
        ("[**a** `b` _c_](x.md)", ("x.md", "a b c")),
        ("[a [b] c](x.md)", ("x.md", "a [b] c")),
        ("[](x.md)", ("x.md", "")),
        ("[a](x.md?b=1&amp;c=2)", ("x.md?b=1&c=2", "a")),
        ("[a](x\\_y.md)", ("x_y.md", "a")),
        ("[a][r]", ("ref.md", "a")),
        ("[a] [r]", ("ref.md", "a")),
        ("[a][R]", ("ref.md", "a")),
        ("[r][]", ("ref.md", "r")),
        ("[r]", ("ref.md", "r")),
        ("[Long\n label]", ("long.md", "Long label")),
        ("<https://x.y/z>", ("https://x.y/z", "https://x.y/z")),
        ("<a.b@c.de>", ("mailto:a.b@c.de", "a.b@c.de")),
        ('<a href="x.md">A <b>b</b></a>', ("x.md", "A b")),
        ("<a class=c href=x.md>A</a>", ("x.md", "A")),
        ("<A HREF='x.md'>A</A>", ("x.md", "A")),
    ],
)
def test_links(text, expected):
    assert links(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "`[a](x.md)`",
        "``[a](x.md) ` ``",
        "\\[a](x.md)",
        "[a\n\nb](x.md)",
        "[a] (x.md)",
        "[unknown]",
        "[a][unknown]",
        "[x] done",
        "a](x.md)",
        "<not a tag",
        "a < b > c",
        "<a name='x'>",
        "[^1]",
    ],
)
def test_what_is_no_link(text):
    assert links(text) == []


def test_a_backtick_alone_hides_nothing():
    assert links("` [a](x.md)\n\nother ` [b](y.md)") == [("x.md", "a"), ("y.md", "b")]


def test_a_picture_in_a_link_is_both():
    text = "[![Alt](p.png)](x.md)"
    assert links(text) == [("x.md", "Alt")]
    assert pictures(text) == [("p.png", "Alt")]


def test_hits_come_in_order_with_their_offsets():
    found = inline.scan('<a href="c.md">c</a> [a](a.md)\n[b][r]', DEFINITIONS).links
    assert [(hit.offset, hit.target) for hit in found] == [
        (0, "c.md"),
        (21, "a.md"),
        (31, "ref.md"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![Alt](p.png)", ("p.png", "Alt")),
        ("![A [b]](p.png)", ("p.png", "A [b]")),
        ("![Alt][r]", ("ref.md", "Alt")),
        ("![r]", ("ref.md", "r")),
        ("![](p.png)", ("p.png", None)),
        ('![](p.png){alt=""}', ("p.png", "")),
        ("![](p.png){ role=presentation }", ("p.png", "")),
        ("![](p.png){.wide}", ("p.png", None)),
        ('<img src="p.png" alt="Alt">', ("p.png", "Alt")),
        ('<img alt="5 > 3" src="p.png"/>', ("p.png", "5 > 3")),
        ('<img src="p.png" alt="">', ("p.png", "")),
        ('<img src="p.png">', ("p.png", None)),
        ('<img src="p.png" role="presentation">', ("p.png", "")),
        ('<img\n  src="p.png"\n  alt="Alt"\n>', ("p.png", "Alt")),
    ],
)
def test_pictures(text, expected):
    assert pictures(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["`![a](p.png)`", "\\![a]", "<img>", '<img alt="a">', "! [a](x.md)"],
)
def test_what_is_no_picture(text):
    assert pictures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a id="x"></a>', ["x"]),
        ("<a name='x'></a>", ["x"]),
        ("<div id=x>", ["x"]),
        ("text {#x}", ["x"]),
        ("{: .c #x }", ["x"]),
        ("`<a id=x>` `{#y}`", []),
        ("{x}", []),
        ("<input name=x>", []),
    ],
)
def test_anchors(text, expected):
    assert inline.scan(text, {}).anchors == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[a b](https://x.y/z) c", 3),
        ("![a b](p.png) c", 1),
        ("a <span class='b c'>d</span>", 2),
        ("a `b c` d", 4),
        ("a {#b .c} d", 2),
        ("see https://x.y/z now", 2),
        ("<https://x.y>", 0),
        ("a[^1] b", 2),
        ("[a b][r] c", 3),
    ],
)
def test_words_are_what_is_read(text, words):
    assert len(inline.scan(text, DEFINITIONS).words().replace("`", "").split()) == words
