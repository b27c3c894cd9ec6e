// Hotspot: the list below the picture holds the inputs; places on the picture are their labels and
// show what the inputs say, what has the focus and what was marked.
import { every, one } from "../dom.js";
import { picking } from "./picking.js";

const rows = form => every(".option", form);

export const hotspot = {
  ...picking,
  put: (form, answer) => {
    picking.put(form, answer);
    mirror(form);
  },
  reset: form => {
    form.reset();
    mirror(form);
  },
  start(form) {
    const again = () => mirror(form);
    for (const name of ["change", "focusin", "focusout"]) form.addEventListener(name, again);
    new MutationObserver(again).observe(one(".options", form), { attributeFilter: ["class"], subtree: true });
  },
};

function mirror(form) {
  for (const row of rows(form)) {
    const input = one("input", row);
    const { classList } = one(`.spot[for="${CSS.escape(input.id)}"]`, form);
    classList.toggle("is-on", input.checked);
    classList.toggle("is-at", input.matches(":focus-visible"));
    for (const name of ["is-ok", "is-try"]) classList.toggle(name, row.classList.contains(name));
  }
}
