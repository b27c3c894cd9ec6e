// Opens the search panel at once; the code and data of search arrive on first use.
import { make, one } from "../dom.js";

const OFFLINE = "Search could not load. Check your connection, then open it again.";

export function startOpener() {
  const panel = one("#_search");
  if (!panel) return;
  one("#_open-search").addEventListener("click", () => openPanel(panel));
  addEventListener("keydown", event => isShortcut(event) && toggle(event, panel));
  panel.addEventListener("click", event => event.target === panel && panel.close());
}

const isShortcut = event => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";

function toggle(event, panel) {
  event.preventDefault();
  if (panel.open) panel.close();
  else openPanel(panel);
}

function openPanel(panel) {
  panel.showModal();
  one("input", panel).focus();
  if (panel.dataset.ready) return panel.dispatchEvent(new Event("search"));
  return fetchSearch(panel);
}

function fetchSearch(panel) {
  const fail = () => (one(".find-status", panel).textContent = OFFLINE);
  const load = () => (panel.dataset.ready = "true");
  document.head.append(make("script", { src: `${document.body.dataset.base}/assets/search.js`, onload: load, onerror: fail }));
}
