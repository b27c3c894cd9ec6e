"""Views and templates of conversations, confidence, surveys and reflections."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from html import unescape

import pytest

from builder.model.questions import Conversation, Option, Question, Reflection, Reply, Survey
from builder.read.quiz import read_quiz
from builder.render.environment import environment
from builder.render.markup import block, inline, plain
from builder.render.questions import QuestionView, question_view, without_key
from builder.render.questions.base import Text
from builder.render.words import load_words

TEXT = Text(partial(inline, path="content/a/b.md"), partial(block, path="content/a/b.md"), plain)
QUIZ = """\
questions:
  - id: talk
    type: conversation
    prompt: P
    scene: Scenery
    people: {s: Sara & Co}
    turns:
      one:
        says: [She *waits*., {s: Well?}, {t: Hm.}]
        choices:
          - {text: Stay, to: two, consequence: She sits., feedback: SECRET stay, points: 2}
          - {text: Wait, to: two, consequence: She stands., feedback: SECRET wait}
          - {text: Go, end: gone, consequence: It is cold., feedback: SECRET go, points: 0.5}
      two:
        says: And now?
        choices: [{text: Stop, end: gone}, {text: Back, to: one}]
    endings: {gone: {title: Gone, text: Later, debrief: SECRET debrief}}
  - id: sure
    type: confidence
    prompt: P
    options: [{text: A, correct: true, feedback: SECRET a}, B]
    outcomes: {guess_wrong: SECRET guess}
  - id: scale
    type: survey
    prompt: P
    scale: [1, {text: "2", feedback: SECRET two}]
    first: Low
    last: High
  - id: think
    type: reflection
    prompt: P
    model: SECRET model
    levels: [No, Yes]
    rubric: ["It's **there**"]
"""
QUESTIONS = {q.id: q for q in read_quiz("quizzes/a.yml", QUIZ.encode()).value.questions}


def view(question: Question) -> QuestionView:
    return question_view(question, "my-quiz", {}, TEXT)


def html(shown: QuestionView, **more: object) -> str:
    template = environment().get_template(shown.template)
    return template.render(q=shown, t=load_words("en"), number=1, total=4, **more)


def talk(**changes: object) -> Conversation:
    question = QUESTIONS["talk"]
    assert isinstance(question, Conversation)
    return replace(question, **changes)  # type: ignore[arg-type]


def reworded(**changes: object) -> Conversation:
    """The conversation with its first reply changed."""
    first, *turns = talk().turns
    replies = (replace(first.replies[0], **changes), *first.replies[1:])  # type: ignore[arg-type]
    return talk(turns=(replace(first, replies=replies), *turns))


@pytest.mark.parametrize("name", QUESTIONS)
def test_without_a_key_nothing_tells_the_answer(name):
    shown = without_key(view(QUESTIONS[name]))
    assert "SECRET" in html(view(QUESTIONS[name]))
    page = html(shown)
    assert "SECRET" not in page
    assert "data-spec" not in page
    assert "data-correct" not in page


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_page_of_answers_tells_everything(name):
    page = html(view(QUESTIONS[name]), sheet=True)
    told = {"SECRET debrief"} if name == "talk" else set()
    secrets = set(re.findall(r"SECRET \w+", QUIZ)) & set(
        re.findall(r"SECRET \w+", html(view(QUESTIONS[name])))
    )
    assert secrets - told <= set(re.findall(r"SECRET \w+", page))
    assert "<form" not in page


def test_turns_are_numbered_and_choices_lead_to_numbers():
    shown = view(talk())
    assert [(t.id, t.number) for t in shown.turns] == [("one", 1), ("two", 2)]
    assert [r.number for r in shown.turns[0].replies] == [2, 2, 1]
    page = html(shown)
    assert 'href="#_turn-talk--2">Go to 2<' in page
    assert 'href="#_end-talk--1">Go to ending 1<' in page
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))


def test_a_consequence_stands_where_the_choice_leads():
    one, two = view(talk()).turns
    assert one.arrivals == ()
    assert [(a.id, a.said, a.text) for a in two.arrivals] == [
        ("one.stay", "Stay", "<p>She sits.</p>"),
        ("one.wait", "Wait", "<p>She stands.</p>"),
    ]
    (only,) = view(talk()).endings[0].arrivals
    assert (only.id, only.said) == ("one.go", "")


def test_people_have_names_and_colours():
    (told, sara, other), _ = (turn.says for turn in view(talk()).turns)
    assert (told.who, sara.who, sara.tone, other.who, other.tone) == ("", "Sara & Co", 1, "t", 2)
    assert "Sara &amp; Co" in html(view(talk()))


def test_a_choice_that_leads_nowhere_has_no_link():
    reply = Reply(id="x.y", text="Y", span=talk().span)
    lost = talk(turns=(replace(talk().turns[0], replies=(reply,)),))
    assert 'class="go"' not in html(view(lost))


@pytest.mark.parametrize(
    "changes",
    [{"text": "Stay here"}, {"points": 1.0}, {"to": None}, {"id": "one.other"}],
    ids=str,
)
def test_the_fingerprint_follows_what_an_answer_means(changes):
    assert view(reworded(**changes)).fingerprint != view(talk()).fingerprint


def test_the_fingerprint_leaves_consequences_and_debriefings_alone():
    base = view(talk()).fingerprint
    assert view(reworded(consequence="Else.", feedback="Else.")).fingerprint == base
    ending = replace(talk().endings[0], text="Else", debrief="Else")
    assert view(talk(endings=(ending,))).fingerprint == base
    said = replace(talk().turns[0].says[0], text="She leaves.")
    turn = replace(talk().turns[0], says=(said,))
    assert view(talk(turns=(turn, *talk().turns[1:]))).fingerprint != base
    assert view(talk(scene="Elsewhere")).fingerprint != base


def test_the_fingerprint_of_a_survey_follows_rows_and_scale():
    survey = QUESTIONS["scale"]
    assert isinstance(survey, Survey)
    base = view(survey).fingerprint
    other = Option(id="3", text="3", span=survey.span)
    assert view(replace(survey, scale=(*survey.scale, other))).fingerprint != base
    assert view(replace(survey, rows=(other,))).fingerprint != base
    assert view(replace(survey, first="Lowest")).fingerprint != base
    assert view(replace(survey, feedback="Else")).fingerprint == base


def test_what_was_written_stays_when_the_rubric_changes():
    reflection = QUESTIONS["think"]
    assert isinstance(reflection, Reflection)
    assert (
        view(replace(reflection, rubric=(), model="")).fingerprint == view(reflection).fingerprint
    )
    assert view(replace(reflection, prompt="Else?")).fingerprint != view(reflection).fingerprint


def test_the_ends_of_a_scale_are_heard_with_their_points():
    text = unescape(re.sub(r"<[^>]*>", "", html(view(QUESTIONS["scale"]))))
    assert "1 (Low)" in text
    assert "2 (High)" in text


@pytest.mark.parametrize("name", QUESTIONS)
def test_ids_are_unique_and_labels_have_their_targets(name):
    page = html(view(QUESTIONS[name]))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    pointed = re.findall(r' (?:for|aria-labelledby|aria-describedby)="([^"]+)"', page)
    assert pointed or name == "scale"
    assert set(pointed) <= set(ids)
