from builder.read.questions.conversation import conversation
from builder.read.yaml_value import read_yaml

TALK = """\
prompt: Sara asks for help.
scene: At the coffee machine.
start: hello
objectives: [ask]
people:
  sara: {name: Sara, about: from finance}
  omar: Omar
turns:
  listens:
    says: {sara: I have not slept well.}
    choices:
      - {text: Tell me more., end: trust, points: 2}
  hello:
    says:
      - She looks tired.
      - sara: Do you have a minute?
      - {who: omar, text: Good morning.}
    choices:
      - text: Sure. What is it?
        to: listens
        consequence: She sits down.
        feedback: An open question.
        objective: listen
      - {id: no, text: Not now., end: away, objective: ask}
endings:
  trust: {title: She comes back, text: Next day., debrief: You asked.}
  away: She walks away
"""


def read(text):
    result = read_yaml(text, "q.yml", conversation)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_everything_is_read_and_the_first_turn_stands_first():
    question, findings = read(TALK)
    assert findings == []
    assert not question.incomplete
    assert question.scene == "At the coffee machine."
    assert [(p.id, p.name, p.about) for p in question.people] == [
        ("sara", "Sara", "from finance"),
        ("omar", "Omar", ""),
    ]
    hello, listens = question.turns
    assert (hello.id, listens.id) == ("hello", "listens")
    assert [(s.who and s.who.id, s.text) for s in hello.says] == [
        (None, "She looks tired."),
        ("sara", "Do you have a minute?"),
        ("omar", "Good morning."),
    ]
    sure, no = hello.replies
    assert (sure.id, sure.to.id, sure.end) == ("hello.sure-what-is-it", "listens", None)
    assert (sure.consequence, sure.feedback) == ("She sits down.", "An open question.")
    assert (no.id, no.to, no.end.id, no.points) == ("hello.no", None, "away", None)
    assert listens.replies[0].points == 2
    assert [(e.id, e.title, e.text, e.debrief) for e in question.endings] == [
        ("trust", "She comes back", "Next day.", "You asked."),
        ("away", "She walks away", "", ""),
    ]


def test_positions_are_those_of_the_names():
    question, _ = read(TALK)
    hello = question.turns[0]
    assert hello.span[1:] == (13, 3)
    assert hello.replies[0].to.span[1:] == (20, 13)
    assert hello.replies[1].span[1:] == (24, 9)
    assert hello.says[1].who.span[1:] == (16, 9)
    assert question.start.span[1:] == (3, 8)


def test_the_objectives_of_choices_are_objectives_of_the_question():
    question, _ = read(TALK)
    assert sorted(ref.id for ref in question.objectives) == ["ask", "listen"]


def test_one_text_may_be_all_that_is_said():
    question, findings = read(
        "prompt: P\nturns:\n  a:\n    says: It is late.\n    choices: [{text: Go, end: x}]\n"
        "endings: {x: Gone}\n"
    )
    assert findings == []
    assert question.turns[0].says[0].text == "It is late."


def test_a_list_serves_as_well_as_a_block():
    question, findings = read(
        "prompt: P\nturns:\n  - id: a\n    says: Hi\n    choices: [{text: Go, end: x}]\n"
        "endings: [{id: x, title: Gone}]\n"
    )
    assert findings == []
    assert [t.id for t in question.turns] == ["a"]


def test_turns_and_endings_are_required():
    question, findings = read("prompt: P\n")
    assert findings == [((1, 1), "missing-key"), ((1, 1), "missing-key")]
    assert question.incomplete


def test_a_choice_leads_one_way():
    question, findings = read(
        "prompt: P\nturns:\n  a:\n    says: Hi\n"
        "    choices: [{text: Go, to: a, end: x}]\nendings: {x: Gone}\n"
    )
    assert findings == [((5, 38), "two-ways")]
    assert question.turns[0].replies[0].end is None


def test_names_that_stand_twice_are_an_error():
    text = (
        "prompt: P\nturns:\n"
        "  - {id: a, says: Hi, choices: [{text: Go, end: x}, {text: go, end: x}]}\n"
        "  - {id: a, says: Hi, choices: []}\nendings: [{id: x, title: X}, {id: x, title: Y}]\n"
    )
    assert [code for _, code in read(text)[1]] == ["duplicate-option"] * 3


def test_misspelt_keys_are_told():
    _, findings = read(TALK.replace("consequence:", "consequense:"))
    assert findings == [((21, 9), "unknown-key")]
