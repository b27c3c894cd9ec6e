// "Read again: [section]" leads away from a question; a chip leads back to it.
import { every, one } from "../dom.js";

export function startReread() {
  const back = one(".return");
  if (!back) return;
  one(".quiz")?.addEventListener("click", event => {
    const link = event.target.closest(".reread");
    if (link) offer(back, link.closest(".q"));
  });
  back.addEventListener("click", event => comeBack(event, back));
}

function offer(back, form) {
  const number = every(".q", form.closest(".quiz")).indexOf(form) + 1;
  back.href = `#${form.id}`;
  one("span", back).textContent = `Return to question ${number}`;
  back.hidden = false;
}

function comeBack(event, back) {
  event.preventDefault();
  back.hidden = true;
  const form = document.getElementById(back.getAttribute("href").slice(1));
  one("legend", form).focus({ preventScroll: true });
  form.scrollIntoView({ block: "start" });
}
