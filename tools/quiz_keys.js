// What quiz_keys.py asks of a page. It looks and never touches, apart from where taking begins.
(() => {
  const keys = {};
  const TEXT = "On Monday I asked before I gave advice, and she said what she needed. ".repeat(4);
  const form = () => document.activeElement.closest(".q");
  const rowOf = element => element.closest(".option")?.dataset.i;

  // Keys stand in templates, which the running page leaves where they are.
  function keyOf(question) {
    const items = question.querySelector("template.key")?.content.querySelectorAll("li[data-i]") ?? [];
    return [...items].map(({ dataset }) => ({
      id: dataset.i, right: "correct" in dataset, answer: dataset.answer, spec: dataset.spec && JSON.parse(dataset.spec),
    }));
  }

  const rightValues = (key, row) => [key.find(({ id }) => id === row)].flatMap(found => found?.spec ?? found?.answer ?? []);

  // What to do where the focus is: { does, wanted }; null outside of a question.
  function stop(right) {
    const element = document.activeElement, question = form();
    if (!question) return null;
    if (element.type === "submit") return { does: "submit" };
    const key = keyOf(question), row = rowOf(element), { type } = question.dataset;
    if (element.matches(".up, .down, .grip")) return lift(question, key, row, right);
    if (element.matches("textarea")) return { does: element.value ? "pass" : "type", wanted: TEXT };
    if (element.matches("select")) return choose(element, key, row, right, type);
    if (element.type === "checkbox") return tick(element, key, row, right, type);
    if (element.type === "radio") return pick(element, key, row, right, type, question);
    if (element.matches("input")) return typeIn(element, key, row, right);
    return { does: "pass" };
  }

  function lift(question, key, row, right) {
    const order = [...question.querySelectorAll(".order > .option")].map(item => item.dataset.i);
    const wanted = key.map(({ id }) => id);
    if (!right) wanted.push(wanted.shift());
    const first = order.findIndex((id, at) => id !== wanted[at]);
    if (first < 0 || wanted[first] !== row) return { does: "pass" };
    return { does: "lift", wanted: order.indexOf(row) - first };
  }

  function choose(element, key, row, right, type) {
    const [answer] = type === "cloze" ? [key.find(({ id, spec }) => id === row && spec)?.answer] : rightValues(key, row);
    const options = [...element.options].map(({ value }) => value).filter(Boolean);
    return { does: "choose", wanted: right ? answer : options.find(value => value !== answer) };
  }

  function tick(element, key, row, right, type) {
    const fits = ["categorise", "matrix"].includes(type) ? rightValues(key, row).includes(element.value) : key.find(({ id }) => id === element.value)?.right;
    return { does: (fits === right) === element.checked ? "pass" : "tick" };
  }

  function pick(element, key, row, right, type, question) {
    const group = [...question.querySelectorAll(`input[name="${CSS.escape(element.name)}"]`)].map(({ value }) => value);
    const known = {
      survey: () => group[0],
      reflection: () => group.at(-1),
      conversation: () => (key[0].spec.way ?? []).find(id => group.includes(id)) ?? group[0],
      categorise: () => rightValues(key, row)[0],
      matrix: () => rightValues(key, row)[0],
    };
    const answer = element.closest(".certainty, .sure") ? "3" : known[type]?.() ?? key.find(item => item.right)?.id;
    const free = ["survey", "reflection", "conversation"].includes(type) || element.closest(".certainty, .sure");
    return { does: "pick", wanted: right || free ? answer : group.find(value => value !== answer) };
  }

  function typeIn(element, key, row, right) {
    const { answer } = key.find(({ id, spec }) => spec && (!row || id === row)) ?? key.find(({ spec }) => spec);
    element.select();
    return { does: "type", wanted: right ? answer : /^\d/.test(answer) ? "999999" : "something else" };
  }

  // Where a learner stands who has just read down to the quiz.
  function begin(name) {
    const start = name ? document.querySelector(`.q[data-question="${name}"]`) : document.querySelector(".quiz .q:not([hidden])");
    start.querySelector("legend").focus();
    keys.before = start;
  }

  const verdict = () => {
    const question = form();
    if (!question || question !== keys.before) {
      keys.before = question;
      return "next";
    }
    const error = question.querySelector(".q-error");
    return error.hidden ? question.querySelector(".verdict").className.replace("verdict js-only", "").trim() : error.textContent;
  };

  window.quizKeys = {
    stop, begin, verdict,
    question: () => {
      keys.before = form();
      return form()?.dataset.question ?? document.activeElement.className;
    },
    questions: () => [...document.querySelectorAll(".quiz .q:not([hidden])")].map(({ dataset }) => [dataset.question, dataset.type]),
    // A conversation takes several presses.
    goesOn: () => form()?.dataset.type === "conversation" && !!form().querySelector(".now .replies"),
    over: () => !form(),
  };
})();
