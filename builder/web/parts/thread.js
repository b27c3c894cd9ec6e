// The thread of progress: which section is being read, and the place to come back to.
import { every, one } from "../dom.js";
import { begin, sectionsRead } from "../progress.js";

const READING_LINE = 0.4; // share of the window's height at which a section counts as reached
const SETTLED = 200; // pixels of scrolling before a place is worth remembering

export function startThread(session, page) {
  const links = every(".rail a");
  const parts = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const thread = { links, parts, session, page, bar: one(".progressbar"), rail: one(".rail ol"), text: one(".l-main > .prose"), now: -1 };
  if (!thread.text) return;
  thread.read = new Set(sectionsRead(session, page.lesson));
  thread.text.parentElement.addEventListener("input", () => begin(session, page.lesson), { once: true });
  offerReturn(thread);
  // Browsers tell of scrolling once per frame.
  const draw = () => (thread.text.isConnected ? trackReading(thread) : removeEventListener("scroll", draw));
  addEventListener("scroll", draw, { passive: true });
  draw();
}

function trackReading(thread) {
  drawBar(thread);
  const line = innerHeight * READING_LINE;
  const now = thread.parts.findLastIndex(part => part && part.getBoundingClientRect().top < line);
  if (now === thread.now) return;
  thread.now = now;
  if (now >= 0 && scrollY > SETTLED) remember(thread);
  drawRail(thread);
}

function drawBar({ bar, text }) {
  const { top, height } = text.getBoundingClientRect();
  const share = (innerHeight * 0.5 - top) / (height - innerHeight * 0.35);
  bar?.style.setProperty("--read-p", scrollY ? Math.min(1, Math.max(0, share)).toFixed(3) : 0);
}

function drawRail({ links, parts, rail, now, read }) {
  links.forEach((link, at) => {
    link.classList.toggle("read", at < now || read.has(parts[at]?.id));
    if (at === now) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  rail.style.setProperty("--rail-p", Math.max(0, now) / Math.max(1, links.length - 1));
}

function remember({ session, page: { lesson, title, url }, parts, links, now, read }) {
  const passed = parts[now];
  if (passed.matches(".part") && !read.has(passed.id)) {
    read.add(passed.id);
    session.put("read", `${lesson}#${passed.id}`, Date.now());
  }
  session.put("place", "last", { lesson, title, url, part: parts[now].id, name: links[now].textContent });
  begin(session, lesson);
}

// "You stopped at ...": only for who left in the middle, and did not follow a link to a section.
function offerReturn({ session, page: { lesson }, parts }) {
  const box = one(".resume");
  const last = session.get("place", "last");
  if (!box || location.hash || last?.lesson !== lesson || session.get("done", lesson)) return;
  if (last.part === parts[0]?.id || !document.getElementById(last.part)) return;
  const link = one("a", box);
  link.href = `#${last.part}`;
  link.textContent = last.name;
  box.hidden = false;
}
