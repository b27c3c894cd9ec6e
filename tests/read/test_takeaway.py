from builder.diagnostics import Span
from builder.model.outline import Fence
from builder.model.parts import Takeaway
from builder.read.takeaway import read_takeaway

SPAN = Span("a.md", 10, 3)


def read(text):
    result = read_takeaway(Fence("takeaway", text, SPAN, 11))
    return result.value, [(f.span[1:], f.code, f.message) for f in result.findings]


def test_all_keys():
    value, findings = read(
        "id: map\ntitle: Draw\nminutes: 15\npurpose: P\nlead: L\nsteps: [a, b]\n"
        "materials: Paper\nreflection: R?\ngood: G\n"
    )
    assert findings == []
    assert value == Takeaway("map", "Draw", 15, SPAN, "P", "L", ("a", "b"), ("Paper",), "R?", "G")


def test_the_id_comes_from_the_title():
    assert read("title: Draw your Map\nminutes: 5\n")[0].id == "draw-your-map"


def test_title_and_minutes_are_required_and_reported_in_the_block():
    _, findings = read("lead: x\n")
    assert findings == [
        ((11, 3), "missing-key", "'title' is missing"),
        ((11, 3), "missing-key", "'minutes' is missing"),
    ]


def test_places_count_the_indent_of_the_block():
    assert read("title: x\nminutes: 0\n")[1][0][:2] == ((12, 12), "wrong-value")
