// Answers a question of a lesson as the session keeps answers: run in the lesson's frame as
// `fill(record, answer)`, resolves when the verdict is there.
window.fill = async (record, answer) => {
  const GUARD = 480; // milliseconds; a second press within 450 is taken for a slip
  const wait = ms => new Promise(next => setTimeout(next, ms));
  const form = document.querySelector(`.q[data-record="${record}"]`);
  const row = id => form.querySelector(`.option[data-i="${CSS.escape(id)}"]`);
  const list = value => (Array.isArray(value) ? value : [value]);
  const submit = async () => {
    await wait(GUARD);
    form.querySelector("[type=submit]").click();
  };
  const write = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const pick = (within, values) => {
    for (const input of within.querySelectorAll("input[type=radio], input[type=checkbox]")) {
      const wanted = values.includes(input.value);
      if (wanted !== input.checked && (wanted || input.type === "checkbox")) input.click();
    }
  };
  const place = (within, value) => {
    const field = within.querySelector("select, input[type=text], textarea");
    if (field) write(field, value);
    else pick(within, list(value));
  };
  const kinds = {
    ordering() {
      answer.forEach((id, at) => {
        const order = () => [...form.querySelectorAll(".order > .option")].map(o => o.dataset.i);
        for (let n = order().indexOf(id); n > at; n--) row(id).querySelector(".up").click();
      });
    },
    async conversation() {
      for (const [n, id] of answer.entries()) {
        pick(form.querySelector(".now"), [id]);
        if (n < answer.length - 1) await submit();
      }
    },
    confidence() {
      pick(form.querySelector(".options"), [answer.option]);
      pick(form.querySelector(".certainty"), [String(answer.sure)]);
    },
    reflection: () => write(form.querySelector("textarea"), answer.text),
    "short-text": () => write(form.querySelector("input[type=text]"), answer),
    numeric: () => write(form.querySelector("input[type=text]"), answer),
  };
  const each = () => Object.entries(answer).forEach(([id, value]) => place(row(id), value));
  const many = () => pick(form, list(answer));
  const plain = typeof answer === "string" || Array.isArray(answer);
  await (kinds[form.dataset.type] ?? (plain ? many : each))();
  await submit();
  for (let n = 0; n < 60 && !form.querySelector(".verdict")?.textContent.trim(); n++) await wait(50);
  return form.querySelector(".verdict")?.textContent.trim() ?? "";
};
