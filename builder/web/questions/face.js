// What a question shows: marks on its rows, the verdict, the message when nothing can be checked.
import { every, make, one } from "../dom.js";

// Rows say it in a word, a shape and a colour.
export function showMarks(form, kind, key, marks) {
  const rows = new Map(every(".option", form).map(row => [row.dataset.i, row]));
  for (const mark of marks.filter(({ id }) => rows.has(id))) showMark(rows.get(mark.id), kind, key, mark);
}

function showMark(row, kind, key, mark) {
  const { chosen, ok } = mark;
  row.classList.toggle("is-ok", chosen && ok);
  row.classList.toggle("is-try", chosen && !ok);
  one(".tag", row).textContent = !chosen ? "" : ok ? kind.ok : kind.miss;
  const reason = chosen && kind.rowTells(mark) ? key.why(mark.why ?? mark.id) : [];
  const place = one(".fb", row);
  place.replaceChildren(...reason);
  place.hidden = !reason.length;
}

export function clearMarks(form) {
  for (const row of every(".option", form)) {
    row.classList.remove("is-ok", "is-try");
    one(".tag", row).textContent = "";
    one(".fb", row).hidden = true;
  }
  const verdict = one(".verdict", form);
  verdict.className = "verdict js-only";
  verdict.replaceChildren();
}

// `tone` is ok, try, told or saved; `paragraphs` a list of lists of nodes, empty ones are left out.
export function showVerdict(form, tone, head, paragraphs) {
  const verdict = one(".verdict", form);
  verdict.className = `verdict js-only ${tone}`;
  const texts = paragraphs.filter(nodes => nodes.length).map(nodes => make("div", {}, ...nodes));
  const icons = one("template.icons", form.closest(".quiz")).content.cloneNode(true).children;
  verdict.replaceChildren(make("b", {}, icons[tone === "ok" || tone === "saved" ? 0 : 1], head), ...texts);
}

export function showError(form, { text, field }) {
  const error = one(".q-error", form);
  one("span", error).textContent = text;
  error.hidden = false;
  const described = field.getAttribute("aria-describedby") ?? "";
  field.setAttribute("aria-describedby", `${described} ${error.id}`.trim());
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

export function clearError(form) {
  const error = one(".q-error", form);
  error.hidden = true;
  for (const field of every("[aria-invalid]", form)) {
    field.removeAttribute("aria-invalid");
    const rest = field.getAttribute("aria-describedby").replace(error.id, "").trim();
    if (rest) field.setAttribute("aria-describedby", rest);
    else field.removeAttribute("aria-describedby");
  }
}
