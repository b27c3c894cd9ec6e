from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.read.listing import UNKNOWN_LESSON, UNLISTED_LESSON, in_order

KNOWN = {name: Span(f"m/{name}.md", 1, 1) for name in ("alpha", "beta", "gamma")}


def order(*names):
    listed = [Ref(name, Span("module.yml", n, 5)) for n, name in enumerate(names, 1)]
    findings = []
    codes = (UNKNOWN_LESSON, UNLISTED_LESSON)
    return in_order(listed, KNOWN, codes, "lesson", findings), findings


def test_without_a_list_the_natural_order_holds():
    findings = []
    codes = (UNKNOWN_LESSON, UNLISTED_LESSON)
    assert in_order(None, KNOWN, codes, "lesson", findings) == ("alpha", "beta", "gamma")
    assert findings == []


def test_listed_names_come_first_and_the_rest_follows_with_a_warning():
    names, findings = order("gamma", "beta")
    assert names == ("gamma", "beta", "alpha")
    (finding,) = findings
    assert (finding.code, finding.level, finding.span) == (
        "unlisted-lesson",
        "warning",
        KNOWN["alpha"],
    )
    assert finding.hint == "add '- alpha' to 'lessons'"


def test_an_unknown_name_is_an_error_with_the_closest_as_hint():
    _, findings = order("alpha", "beta", "gama")
    (finding,) = findings
    assert (finding.code, finding.span) == ("unknown-lesson", ("module.yml", 3, 5))
    assert finding.hint == "did you mean 'gamma'?"


def test_a_misspelt_entry_is_not_also_a_missing_one():
    names, findings = order("gama", "beta", "alpha")
    assert names == ("beta", "alpha", "gamma")
    assert [f.code for f in findings] == ["unknown-lesson"]


def test_a_name_unlike_all_others_gets_no_hint():
    assert order("alpha", "beta", "gamma", "zzz")[1][0].hint == ""


def test_a_name_listed_twice_keeps_its_first_place():
    names, findings = order("beta", "alpha", "beta", "gamma")
    assert names == ("beta", "alpha", "gamma")
    (finding,) = findings
    assert (finding.code, finding.span.line, finding.see[0][0].line) == ("named-twice", 3, 1)
