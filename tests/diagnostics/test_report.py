from builder.diagnostics import Diagnostic, Level, Report, Span


def finding(line, level=Level.ERROR, code="c"):
    return Diagnostic(Span("a.md", line, 1), code, level, "message")


def test_a_report_is_sorted_and_holds_each_finding_once():
    report = Report([finding(2), finding(1)])
    report.add(finding(2), finding(3))
    assert [found.span.line for found in report] == [1, 2, 3]
    assert len(report) == 3


def test_levels_are_counted_and_only_errors_fail():
    report = Report([finding(1, Level.WARNING), finding(2, Level.INFO)])
    assert (report.count(Level.WARNING), report.count(Level.ERROR)) == (1, 0)
    assert not report.failed
    report.add(finding(3))
    assert report.failed


def test_an_author_sets_levels_and_drops_what_is_off():
    report = Report([finding(1, code="a"), finding(2, code="b"), finding(3)])
    changed = report.relevelled({"a": Level.OFF, "b": Level.WARNING})
    assert [(f.code, f.level) for f in changed] == [("b", Level.WARNING), ("c", Level.ERROR)]


def test_a_place_prints_as_editors_understand_it():
    assert str(Span("a.md", 3, 4)) == "a.md:3:4"
    assert str(Span("a.md")) == "a.md:1:1"
