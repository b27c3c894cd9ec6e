// Highlight: native checkboxes inside a running text. The text stays as it is; what there is to
// say of the marked pieces stands in a list below it.
import { copies, every, make, one } from "../dom.js";
import { picking } from "./picking.js";

export const highlight = {
  ...picking,
  missing: form => picking.missing(form) && { text: "Mark at least one piece, then check it.", field: one(".option input", form) },
  start(form) {
    const list = make("ul", { className: "marked", hidden: true });
    const text = one(".options", form);
    text.after(list);
    new MutationObserver(() => tell(form, list)).observe(text, { attributeFilter: ["class"], subtree: true });
  },
};

function tell(form, list) {
  const rows = every(".option.is-ok, .option.is-try", form);
  list.replaceChildren(...rows.map(note));
  list.hidden = !rows.length;
}

// `.fb` may still hold what was said before: it is what is said now only while it is not hidden.
function note(row) {
  const fb = one(".fb", row);
  const item = make("li", { className: row.classList.contains("is-ok") ? "is-ok" : "is-try" });
  item.append(make("b", {}, one(".tag", row).textContent), " ", make("em", {}, ...copies(one(".o-text", row))));
  if (!fb.hidden) item.append(make("p", {}, ...copies(fb)));
  return item;
}
