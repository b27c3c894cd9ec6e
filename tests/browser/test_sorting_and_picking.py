"""Questions in which something is put into columns or picked, as a learner meets them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .test_axe import every_look, violations

SORTING = "basics/sort.html"
RIGHT: dict[str, dict[str, list[str]]] = {
    "empathy": {"ache": ["feeling"], "see": ["thinking"], "carry": ["acting"]},
    "signs": {"wait": ["yes"], "fix": ["no"], "note": ["sometimes"]},
    "uses": {"read": ["eye"], "music": ["eye", "ear"]},
    "desk": {"screen": ["screen"], "ball": [], "book": ["book"]},
    "round": {"middle": ["middle"]},
    "letter": {"echo": ["echo"], "phone": ["phone"]},
}
WRONG: dict[str, dict[str, list[str]]] = {
    "empathy": {"ache": ["feeling"], "see": ["feeling"], "carry": ["feeling"]},
    "signs": {"wait": ["yes"], "fix": ["yes"], "note": ["yes"]},
    "uses": {"read": ["eye"], "music": ["eye"]},
    "desk": {"screen": ["screen"], "ball": ["ball"]},
    "round": {"left": ["left"]},
    "letter": {"echo": ["echo"], "advice": ["advice"]},
}
SAID = {
    "empathy": "1 of 3 is right. Change the others, then check again.",
    "signs": "1 of 3 is right. Change the others, then check again.",
    "uses": "1 of 2 is right. Change the other one, then check again.",
    "desk": "You found 1 of 2. One choice does not fit.",
    "round": "Look for another.",
    "letter": "You found 1 of 2. One choice does not fit.",
}
AGAIN: dict[str, dict[str, list[str]]] = {
    "empathy": {"ache": ["acting"], "see": ["thinking"], "carry": ["feeling"]},
    "signs": {"wait": ["no"], "fix": ["no"], "note": ["no"]},
    "uses": {"read": ["ear"], "music": ["eye", "ear"]},
    "desk": {"ball": ["ball"]},
    "letter": {"phone": ["phone"], "advice": ["advice"]},
}
ALL = list(RIGHT)


@pytest.fixture
def page(visit, showcase) -> Page:
    return visit(showcase + SORTING)


def form_of(page: Page, question: str) -> Locator:
    return page.locator(f"#_q-{question}")


def field(page: Page, question: str, row: str, value: str) -> Locator:
    return form_of(page, question).locator(f'.option[data-i="{row}"] input[value="{value}"]')


def flat(given: dict[str, list[str]]) -> set[tuple[str, str]]:
    return {(row, value) for row, values in given.items() for value in values}


def chosen(form: Locator) -> set[tuple[str, str]]:
    pairs = "i => [i.closest('.option').dataset.i, i.value]"
    pairs = f"f => [...f.querySelectorAll(':checked')].map({pairs})"
    return {tuple(pair) for pair in form.evaluate(pairs)}


def answer(page: Page, question: str, given: dict[str, list[str]]) -> None:
    """Enter an answer with the mouse, on the labels as a learner does."""
    wanted = flat(given)
    for box in form_of(page, question).locator(".option input").all():
        row = box.evaluate("i => i.closest('.option').dataset.i")
        if box.is_checked() != ((row, box.get_attribute("value")) in wanted) and (
            box.get_attribute("type") == "checkbox" or not box.is_checked()
        ):
            box.evaluate("i => i.closest('label').click()")


def press(page: Page, question: str) -> Locator:
    """Check the answer for the first time; returns the verdict once there is one."""
    form = form_of(page, question)
    form.locator("[type=submit]").click()
    form.locator(".verdict > b, .q-error:not([hidden])").first.wait_for()
    return form.locator(".verdict")


def check(page: Page, question: str) -> Locator:
    page.wait_for_timeout(460)
    return press(page, question)


@pytest.mark.parametrize("question", ALL)
def test_wrong_then_right(page, question):
    answer(page, question, WRONG[question])
    verdict = check(page, question)
    expect(verdict).to_have_class("verdict js-only try")
    expect(verdict).to_contain_text(SAID[question])
    expect(form_of(page, question).locator(".option.is-try").first).to_be_visible()
    answer(page, question, RIGHT[question])
    expect(verdict).to_be_empty()
    expect(form_of(page, question).locator(".is-try, .is-ok")).to_have_count(0)
    check(page, question)
    expect(verdict.locator("b").first).to_have_text("Right. You worked it out.")


@pytest.mark.parametrize("question", AGAIN)
def test_the_answer_after_two_tries_and_ones_own_again(page, question):
    form = form_of(page, question)
    for given in (WRONG[question], AGAIN[question]):
        expect(form.locator(".reveal")).to_be_hidden()
        answer(page, question, given)
        check(page, question)
    form.locator(".reveal").click()
    expect(form.locator(".verdict b").first).to_have_text("Here is the answer.")
    expect(form.locator(".is-try")).to_have_count(0)
    assert chosen(form) == flat(RIGHT[question])
    form.locator(".reveal").click()
    expect(form.locator(".is-try").first).to_be_visible()
    assert chosen(form) == flat(AGAIN[question])


@pytest.mark.parametrize("question", ALL)
def test_an_answer_and_its_marks_come_back(visit, showcase, question):
    context = visit.context()
    page = visit.open(context, showcase + SORTING)
    answer(page, question, WRONG[question])
    answer(page, question, RIGHT[question])
    expect(check(page, question)).to_have_class("verdict js-only ok")
    state = (
        "f => [f.querySelector('fieldset').innerText,"
        " [...f.querySelectorAll('input')].map(i => i.checked),"
        " [...f.querySelectorAll('.option, .spot')].map(r => r.className.trim())]"
    )
    page.evaluate("document.activeElement.blur()")
    before = form_of(page, question).evaluate(state)
    again = visit.open(context, showcase + SORTING)
    expect(form_of(again, question).locator(".verdict")).to_have_class("verdict js-only ok")
    assert form_of(again, question).evaluate(state) == before


def tab_to(page: Page, question: str, row: str, value: str | None = None) -> None:
    """Press Tab until a field of the row has the focus; with `value`, that one."""
    wanted = "([row, value]) => document.activeElement.closest('.option')?.dataset.i === row"
    wanted += " && (value === null || document.activeElement.value === value)"
    for _ in range(30):
        if page.evaluate(wanted, [row, value]):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {question}, {row} with the Tab key")


def give(page: Page, question: str) -> None:
    """The right answer by Tab, arrows and Space."""
    for row, values in RIGHT[question].items():
        for value in values:
            if form_of(page, question).locator("input").first.get_attribute("type") == "checkbox":
                tab_to(page, question, row, value)
                page.keyboard.press("Space")
                continue
            if question != "round":
                tab_to(page, question, row)
            else:
                page.keyboard.press("Tab")
            page.keyboard.press("Space")
            for _ in range(4):
                if page.evaluate("document.activeElement.value") == value:
                    break
                page.keyboard.press("ArrowDown")
            assert field(page, question, row, value).is_checked()


def test_every_question_with_keys_only(visit, showcase):
    page = visit(showcase + SORTING, 390)
    page.locator(".q legend").first.focus()
    for question in ALL:
        form = form_of(page, question)
        assert form.evaluate("f => f.contains(document.activeElement)")
        give(page, question)
        page.keyboard.press("Control+Enter")
        expect(form.locator(".verdict b").first).to_have_text("Right.")
        page.wait_for_timeout(460)
        page.keyboard.press("Control+Enter")
    assert page.locator(".result-line").inner_text() == f"All {len(ALL)} right on the first try."


@pytest.mark.parametrize("width", [390, 1440])
def test_every_stop_can_be_seen(visit, showcase, width):
    page = visit(showcase + SORTING, width)
    page.locator(".q legend").first.focus()
    stops = []
    page.keyboard.press("Tab")
    while stop := page.evaluate("probes.stop()"):
        stops.append(stop)
        page.keyboard.press("Tab")
    assert len(stops) > 20
    assert [stop for stop in stops if stop["faults"]] == []


@pytest.mark.parametrize("width", [390, 1440])
def test_every_field_says_what_it_is(visit, showcase, width):
    page = visit(showcase + SORTING, width)
    signs, uses = form_of(page, "signs"), form_of(page, "uses")
    expect(signs.get_by_role("radio", name="Sometimes Take notes", exact=True)).to_have_count(1)
    expect(uses.get_by_role("checkbox", name="Ear Read", exact=True)).to_have_count(1)
    group = form_of(page, "empathy").get_by_role("radiogroup", name="I ache when you ache.")
    expect(group.get_by_role("radio", name="Thinking", exact=True)).to_have_count(1)
    desk = form_of(page, "desk")
    expect(desk.get_by_role("checkbox", name="The ball", exact=True)).to_have_count(1)
    expect(desk.get_by_role("img")).to_have_attribute(
        "alt", 'A desk with a screen, a ball & a "book".'
    )
    piece = form_of(page, "letter").get_by_role("checkbox", name="“You sound worn out,”")
    expect(piece).to_have_count(1)


def test_a_matrix_is_a_table_on_a_wide_screen_and_a_list_of_rows_on_a_phone(visit, showcase):
    wide = form_of(visit(showcase + SORTING), "signs")
    expect(wide.get_by_role("columnheader", name="Sometimes")).to_be_visible()
    expect(wide.get_by_role("rowheader", name="Take notes")).to_be_visible()
    boxes = [wide.locator("tbody .bin").nth(n).bounding_box() for n in range(3)]
    head = [wide.locator("thead th").nth(n).bounding_box() for n in range(3)]
    for cell, above in zip(boxes, head, strict=True):
        assert cell
        assert above
        middle = cell["x"] + cell["width"] / 2
        assert abs(middle - above["x"] - above["width"] / 2) < 2
    phone = form_of(visit(showcase + SORTING, 390), "signs")
    expect(phone.locator("thead")).to_be_hidden()
    for name in ("Yes", "No", "Sometimes"):
        shown = phone.locator('.option[data-i="note"]').get_by_text(name, exact=True)
        expect(shown).to_be_visible()
        box = shown.bounding_box()
        assert box
        assert box["height"] >= 40


def test_a_place_on_the_picture_can_be_pressed(page):
    form = form_of(page, "desk")
    for name in ("screen", "book"):
        form.locator(f'.spot[for="_o-desk--{name}"]').click()
        expect(field(page, "desk", name, name)).to_be_checked()
    expect(form.locator(".spot.is-on")).to_have_count(2)
    check(page, "desk")
    expect(form.locator(".spot.is-ok")).to_have_count(2)
    expect(form.locator(".verdict b").first).to_have_text("Right.")
    field(page, "desk", "ball", "ball").focus()
    page.keyboard.press("Space")
    expect(form.locator(".spot.is-ok")).to_have_count(0)
    expect(form.locator('.spot[for="_o-desk--ball"]')).to_have_class("spot is-on is-at")


def test_every_place_can_be_hit_on_the_smallest_screen(visit, showcase):
    page = visit(showcase + SORTING, 320)
    for spot in page.locator(".spot").all():
        box = spot.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("probes.overflow()") == 0
    assert page.evaluate("probes.small()") == []
    width = page.locator(".spots").first.evaluate("e => e.clientWidth")
    assert width >= 240  # what the rule `small-region` counts with


def test_what_is_said_of_marked_pieces_stands_below_the_text(page):
    form = form_of(page, "letter")
    text = form.locator(".marking").inner_text()
    answer(page, "letter", {"echo": ["echo"], "advice": ["advice"]})
    check(page, "letter")
    assert form.locator(".marking").inner_text() == text
    assert form.locator(".marked li").all_inner_texts() == [
        "Right “You sound worn out,”\n\nShe gives his words back.",
        "Not this one You should sleep more\n\nAdvice before it is asked for.",
    ]
    answer(page, "letter", {"echo": ["echo"]})
    expect(form.locator(".marked")).to_be_hidden()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("empathy", "Choose an answer for each row."),
        ("signs", "Choose an answer for each row."),
        ("desk", "Choose at least one answer, then check it."),
        ("letter", "Mark at least one piece, then check it."),
    ],
)
def test_nothing_chosen_is_no_try(page, question, text):
    check(page, question)
    error = form_of(page, question).locator(".q-error")
    expect(error).to_contain_text(f"Not checked yet. {text}")
    assert error.get_attribute("id") in page.locator(":focus").get_attribute("aria-describedby")


def test_the_rows_left_open_are_counted(page):
    answer(page, "empathy", {"ache": ["feeling"], "see": ["thinking"]})
    check(page, "empathy")
    error = form_of(page, "empathy").locator(".q-error")
    expect(error).to_contain_text("Choose an answer for 1 more row.")
    assert page.evaluate("document.activeElement.closest('.option').dataset.i") == "carry"


@pytest.mark.parametrize("junk", [None, "x", 5, ["x", None], {"ache": 1, "constructor": []}])
def test_a_stored_answer_of_another_shape_is_no_answer(page, junk):
    checked = page.evaluate(
        """junk => {
          let kit;
          coursewrightKinds.push(given => { kit = given; return {}; });
          const kinds = Object.assign({}, ...coursewrightKinds.map(make => make(kit)));
          for (const form of document.querySelectorAll(".q")) {
            const kind = kinds[form.dataset.type];
            kind.put(form, junk);
            kind.answer(form);
          }
          return document.querySelectorAll(".q :checked").length;
        }""",
        junk,
    )
    assert checked == 0


@every_look
def test_no_violation_at_rest_and_in_use(visit, showcase, axe, width, scheme):
    page = visit(showcase + SORTING, width, color_scheme=scheme)
    assert violations(page, axe) == []
    for number, question in enumerate(ALL):
        answer(page, question, (RIGHT if number % 2 else WRONG)[question])
        press(page, question)
    assert violations(page, axe) == []


def test_forced_colours_keep_what_is_chosen_apart(visit, showcase):
    page = visit(showcase + SORTING, forced_colors="active")
    answer(page, "empathy", {"ache": ["feeling"]})
    answer(page, "letter", {"echo": ["echo"]})
    colour = "(e, s) => getComputedStyle(e.querySelector(s)).backgroundColor"
    row = form_of(page, "empathy").locator('.option[data-i="ache"]')
    chosen = row.evaluate(colour, "input:checked ~ .bin-name")
    assert chosen != row.evaluate(colour, "input:not(:checked) ~ .bin-name")
    text = form_of(page, "letter").locator(".marking")
    assert text.evaluate(colour, "label:has(:checked)") != (
        text.evaluate(colour, "label:not(:has(:checked))")
    )


def test_paper_has_boxes_to_tick_and_no_marks(page):
    for question in ALL:
        answer(page, question, WRONG[question])
        press(page, question)
    page.emulate_media(media="print")
    marks = form_of(page, "empathy").locator(".bin .mark")
    expect(marks.first).to_be_visible()
    assert page.locator(".spots").first.bounding_box()["width"] < 420
    expect(page.locator(".marked")).to_be_hidden()
    expect(page.get_by_text("Underline every piece that fits.")).to_be_visible()
    background = "e => getComputedStyle(e).backgroundColor"
    for label in form_of(page, "letter").locator("label").all():
        assert label.evaluate(background) == "rgba(0, 0, 0, 0)"


def test_without_script_all_can_be_read_and_ticked(visit, showcase):
    page = visit(showcase + SORTING, 390, java_script_enabled=False)
    for question in ALL:
        expect(form_of(page, question).locator(".o-text").first).to_be_visible()
    box = field(page, "signs", "note", "sometimes")
    box.check(force=True)
    expect(box).to_be_checked()
    expect(page.locator(".key")).to_have_count(len(ALL))
    expect(page.get_by_text("She gives his words back.")).to_have_count(0)
