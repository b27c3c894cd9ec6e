"""The workshop kit: whole, the same every time, in agreement with itself, and silent on answers
wherever participants read."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath

import pytest
from kits import (
    EVERYTHING,
    FOR_FACILITATORS,
    SHIPPED,
    kit_bundle,
    kit_files,
    pages,
    project,
    source,
    text_of,
)

from builder.model.agenda import agenda
from builder.model.workshop import Mode
from builder.publish.workshop import kit_names, workshop_kit

ALL = (*SHIPPED, EVERYTHING)
_REFERENCE = re.compile(r'\s(?:href|src)="([^"#:]+)(?:#[^"]*)?"')
_BLOCK = re.compile(r'data-block="([^"]*)"[^>]*data-minutes="(\d+)"')


def test_every_plan_gets_a_kit():
    assert kit_names(source()) == ALL


@pytest.mark.parametrize("plan", ALL)
def test_every_reference_is_in_the_kit(plan):
    files = kit_bundle(plan).files
    seen = 0
    for path, html in pages(plan):
        for target in _REFERENCE.findall(html):
            seen += 1
            assert normpath(join(dirname(path), target)) in files, (path, target)
    assert seen > 100


@pytest.mark.parametrize("plan", ALL)
def test_ids_are_unique_and_links_inside_a_page_lead_somewhere(plan):
    for path, html in pages(plan):
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), path
        for anchor in re.findall(r'href="#([^"]+)"', html):
            assert anchor in ids, (path, anchor)


def test_the_same_plan_makes_the_same_bytes():
    again = workshop_kit(source(), SHIPPED[0])
    assert list(again) == list(kit_bundle(SHIPPED[0]))
    for path, data in kit_files(SHIPPED[0]).items():
        assert again.read(path) == data, path


def test_nothing_comes_from_elsewhere():
    for path, html in pages(SHIPPED[0]):
        assert not re.search(r'(?:src|href)="(?:https?:)?//', html), path


# -- what participants may read


def secrets():
    """Every text that tells an answer: reasons, model answers, what good work looks like."""
    for entry in project().course.quizzes:
        quiz = project().library.quiz(entry.id)
        yield from (text for question in quiz.questions for text in _told(question))
    for _, entry in project().course.lessons():
        yield from (t.good for t in project().library.lesson(entry.path).lesson.takeaways)
    yield "Only the facilitator may read this."


def _told(part):
    for name in ("feedback", "model", "debrief"):
        if text := getattr(part, name, ""):
            yield text
    for name in ("options", "pairs", "rows", "blanks", "turns", "replies", "endings", "key"):
        found = getattr(part, name, ())
        for one in found if isinstance(found, tuple) else (found,):
            yield from _told(one)
    for name in ("variants", "amounts"):
        yield from (one.feedback for one in getattr(part, name, ()) if one.feedback)


def _plain(markdown: str) -> set[str]:
    """Sentences long enough that they are in a page only by being quoted."""
    bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    bare = " ".join(re.sub(r"[*_`>#]", "", bare).split())
    return {s for s in re.split(r"(?<=[.!?])\s+", bare) if len(s) > 24}


def test_no_answer_is_in_anything_that_participants_get():
    sentences = {sentence for text in secrets() for sentence in _plain(text)}
    assert len(sentences) > 800
    lessons = " ".join(
        re.sub(r"[*_`]", "", " ".join(project().library.lesson(e.path).lesson.body.split()))
        for _, e in project().course.lessons()
    )
    prompts = " ".join(q.prompt for _, q in _asked())
    plans = " ".join(b.do + b.say for w in project().course.workshops for b in w.blocks)
    said = " ".join(f"{lessons} {prompts} {plans}".split())
    told = [s for s in sentences if s not in said]
    assert len(told) > 0.7 * len(sentences)
    seen = 0
    for plan in ALL:
        for path, html in pages(plan):
            if FOR_FACILITATORS.fullmatch(path):
                continue
            seen += 1
            text = text_of(html)
            leaked = [s for s in told if s in text]
            assert not leaked, (plan, path, leaked[:3])
            assert 'class="yes"' not in html, path
            assert "data-correct" not in html, path
    assert seen > 100


def test_what_is_to_be_typed_is_not_printed_beside_the_question():
    seen = 0
    for name, question in _asked():
        variants = getattr(getattr(question, "key", None), "variants", ())
        for path, html in pages(EVERYTHING):
            if FOR_FACILITATORS.fullmatch(path) or not variants:
                continue
            for part in re.findall(rf'data-question="{name}">(.*?)</section>', html, re.DOTALL):
                seen += 1
                text = text_of(part).replace(_flat(question.prompt), "")
                assert not [v.text for v in variants if v.credit and v.text in text], (path, name)
    assert seen >= 4


def _asked():
    for entry in project().course.quizzes:
        for question in project().library.quiz(entry.id).questions:
            yield f"{entry.id}/{question.id}", question


def test_the_secrets_are_where_facilitators_read():
    """The test above looks for what is really printed somewhere."""
    sentences = {sentence for text in secrets() for sentence in _plain(text)}
    key = text_of(kit_files(EVERYTHING)["answer-key.html"].decode())
    guide = text_of(kit_files(EVERYTHING)["guide.html"].decode())
    found = [s for s in sentences if s in key or s in guide]
    assert len(found) > 0.9 * len(sentences)


@pytest.mark.parametrize("plan", ALL)
def test_the_key_covers_every_question_that_is_asked(plan):
    key = kit_files(plan)["answer-key.html"].decode()
    asked = {
        name
        for path, html in pages(plan)
        if not FOR_FACILITATORS.fullmatch(path)
        for name in re.findall(r'class="pq [^"]*" data-question="([^"]+)"', html)
    }
    assert asked
    assert set(re.findall(r'data-key="([^"]+)"', key)) >= asked
    if plan == EVERYTHING:
        assert asked == {name for name, _ in _asked()}


# -- the printed quiz


def test_marking_by_the_printed_sheets_gives_full_marks():
    """Read back quiz and marking sheet as a person would: the texts beside the letters of the key
    are the right ones."""
    files = kit_files(EVERYTHING, 3)
    marking = files["marking.html"].decode()
    right = dict(_asked())
    seen = 0
    for version in "ABC":
        table = marking.split(f'data-version="{version}"')[1].split("</table>")[0]
        rows = re.findall(r'data-question="([^"]+)">.*?<th[^>]*>(.*?)</th>', table, re.DOTALL)
        keys = {name: text_of(text) for name, text in rows}
        sheet = files[f"quiz-{version}.html"].decode()
        for name, html in re.findall(r'data-question="([^"]+)">(.*?)</section>', sheet, re.DOTALL):
            question = right[name]
            if question.type not in ("single-choice", "multiple-response", "true-false"):
                continue
            options = re.findall(r"<li><i.*?</i><b>([A-Z])</b><span>(.*?)</span></li>", html)
            texts = {letter: text_of(text) for letter, text in options}
            chosen = {texts[letter] for letter in keys[name].split()}
            wanted = {_flat(o.text) for o in question.options if o.correct}
            assert {_flat(text) for text in chosen} == wanted, (version, name)
            seen += 1
    assert seen > 200


def _flat(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip()


# -- agreement


def _runs(plan):
    """Folder, suffix, and the plan as that run has it."""
    workshop = next(w for w in project().course.workshops if w.id == plan)
    for at, mode in enumerate(workshop.modes):
        yield "", f"-{mode.value}" if at else "", workshop.for_mode(mode), mode
    for cohort in project().course.cohorts:
        if cohort.workshop.id == plan:
            yield f"cohort-{cohort.id}/", "", cohort.plan(workshop), cohort.mode


@pytest.mark.parametrize("plan", SHIPPED)
def test_guide_agenda_slides_live_view_workbook_and_handouts_agree(plan):
    files = kit_files(plan)
    runs = list(_runs(plan))
    assert len(runs) == 3
    for folder, suffix, workshop, mode in runs:
        page = lambda name: files[f"{folder}{name}{suffix}.html"].decode()  # noqa: B023, E731
        guide, slides = page("guide"), page("slides")
        wanted = [(b.id, str(b.minutes)) for b in workshop.blocks]
        assert _BLOCK.findall(guide) == wanted * 2  # the agenda, then the run
        assert _BLOCK.findall(slides) == wanted
        assert _BLOCK.findall(page("workbook"))[: len(wanted)] == wanted
        live = json.loads(re.search(r'id="_plan">(.*?)</script>', page("live"), re.DOTALL)[1])
        assert [(b["id"], str(b["minutes"])) for b in live["blocks"]] == wanted
        assert live["minutes"] == workshop.duration == sum(b.minutes for b in workshop.blocks)
        titles = _titles(guide)
        assert {b["id"]: b["title"] for b in live["blocks"]} == titles
        for name, title in _titles(page("workbook")).items():
            assert titles[name] == title
        for slot in agenda(workshop, mode):
            _block_agrees(files, folder, suffix, slot, titles, slides)


def _titles(html):
    found = re.findall(
        r'<tr class="k-[^>]*data-block="([^"]+)".*?<th[^>]*>(.*?)</th>', html, re.DOTALL
    )
    return {
        name: text_of(title).removesuffix(" Keep").removesuffix("Keep") for name, title in found
    }


def _block_agrees(files, folder, suffix, slot, titles, slides):
    block = slot.block
    opening = re.search(
        rf'data-block="{block.id}" data-minutes="\d+" data-begin="([^"]+)".*?<h2>(.*?)</h2>',
        slides,
        re.DOTALL,
    )
    if not folder:
        assert opening[1] == f"{slot.start_minute // 60}:{slot.start_minute % 60:02d}"
    if block.kind.value == "activity":
        handout = files[f"{folder}handouts{suffix}/{block.id}.html"].decode()
        assert _BLOCK.findall(handout) == [(block.id, str(block.minutes))]
        assert text_of(re.search(r"<h1>(.*?)</h1>", handout)[1]) == titles[block.id]
        assert text_of(opening[2]) == titles[block.id]


def test_a_cohort_has_clock_times_and_its_own_quantities():
    guide = kit_files("hear-it-first-90")["cohort-demo-hear-it-first/guide.html"].decode()
    text = text_of(guide)
    assert "4 February 2027, 09:30 to 11:00" in text
    assert "Quantities for 14 people" in text
    assert '>28</td><th scope="row">Blank cards for writing' in guide
    assert "Times are those of Europe/Dublin." in text


def test_online_differs_where_the_plan_says_so():
    files = kit_files("hear-it-first-90")
    room, online = files["guide.html"].decode(), files["guide-online.html"].decode()
    assert 'data-block="sort" data-minutes="10"' in room
    assert 'data-block="sort" data-minutes="12"' in online
    assert "Breakout rooms of three" in online
    assert "Breakout rooms of three" not in room
    assert "name-cards.html" in files
    assert "name-cards-online.html" not in files


def test_both_modes_last_as_long_as_they_say():
    for plan in SHIPPED:
        workshop = next(w for w in project().course.workshops if w.id == plan)
        for mode in Mode:
            assert sum(b.minutes for b in workshop.for_mode(mode).blocks) == workshop.duration


# -- slides


@pytest.mark.parametrize("plan", SHIPPED)
def test_no_slide_is_a_wall_of_text(plan):
    slides = kit_files(plan)["slides.html"].decode()
    found = re.findall(
        r'<section class="slide sl-(\w+).*?<div class="sl-in">(.*?)<aside', slides, re.DOTALL
    )
    assert len(found) > 20
    for kind, html in found:
        lines = re.findall(r"<li>(.*?)</li>", html, re.DOTALL)
        if kind in ("points", "say", "debrief", "goals", "steps"):
            assert len(lines) <= 5, text_of(html)
            assert all(len(text_of(line).split()) <= 30 for line in lines), text_of(html)
            assert len(text_of(html).split()) <= 90, text_of(html)


def test_speakers_have_notes_on_every_slide_that_is_taught():
    slides = kit_files(SHIPPED[0])["slides.html"].decode()
    found = re.findall(r'<section class="slide (.*?)</section>\n  <', slides, re.DOTALL)
    for html in re.findall(r"sl-(?:points|say|steps|debrief|ask) k-.*?</aside>", slides, re.DOTALL):
        assert "<h3>" in html.split("<aside")[1]
    assert found


def test_words_come_in_the_course_s_own_language(tmp_path):
    from dataclasses import replace

    from builder.render.workshop import KitRenderer

    (tmp_path / "strings.yml").write_text("de: {kit_guide: Leitfaden, kit_kind_break: Pause}")
    course = replace(project().course, language="de")
    words = KitRenderer(course, tmp_path).words
    assert (words.kit_guide, words.kit_kind_break, words.kit_slides) == (
        "Leitfaden",
        "Pause",
        "Slides",
    )


def test_a_handout_holds_the_task_and_not_what_the_facilitator_does():
    files = kit_files("hear-it-first-90")
    sheet = text_of(files["handouts/sort.html"].decode())
    guide = text_of(files["guide.html"].decode())
    assert "Sort their eight reactions" in sheet
    assert "Sort their eight reactions" in guide
    assert "Call time after six minutes" in guide
    assert "Call time" not in sheet
