// The search panel: asks the library, shows what was found.
import { make, one } from "../dom.js";
import { count } from "../words/count.js";
import { excerpt, find } from "./find.js";
import { makeLibrary } from "./library.js";

const SHORTEST = 2;
const OFFLINE = "Search could not load. Check your connection, then open it again.";

export function startSearch(panel, base) {
  const search = { panel, base, box: one("input", panel), list: one(".find-results", panel), status: one(".find-status", panel), library: makeLibrary(base) };
  search.box.addEventListener("input", () => answerQuery(search));
  one("form", panel).addEventListener("submit", event => openFirst(event, search));
  panel.addEventListener("search", () => fill(search));
  fill(search);
}

async function fill(search) {
  try {
    await search.library.open();
    search.library.openTexts(() => answerQuery(search));
    answerQuery(search);
  } catch {
    search.status.textContent = OFFLINE;
  }
}

// Enter in the field opens the best result; the Close button still closes.
function openFirst(event, { list, box }) {
  if (document.activeElement !== box) return;
  event.preventDefault();
  one("a", list)?.click();
}

function answerQuery(search) {
  const { box, list, status, library } = search;
  const query = box.value.trim();
  if (!library.index) return;
  const asked = query.length >= SHORTEST;
  const hits = asked ? find(query, library.index.lessons, library.texts) : [];
  status.textContent = asked ? said(hits, query) : "";
  list.replaceChildren(...hits.map(hit => make("li", {}, result(hit, query, search))));
}

const said = (hits, query) => (hits.length ? count(hits.length, "result") : `Nothing found for “${query}”. Try one word.`);

function result({ lesson, anchor, heading, text }, query, { library, base, panel }) {
  const href = `${base}/${lesson.u}${anchor && "#"}${anchor}`;
  const where = [library.index.modules[lesson.m]?.t, heading].filter(Boolean).join(" › ");
  const snippet = excerpt(text, query).map(([piece, hit]) => (hit ? make("mark", {}, piece) : piece));
  const link = make("a", { href }, make("b", {}, lesson.t), make("i", {}, where), make("small", {}, ...snippet));
  link.addEventListener("click", () => panel.close());
  return link;
}
