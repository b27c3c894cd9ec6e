// Opens the search panel at once; the code and data of search arrive on first use.
import { one } from "../dom.js";
import { loadAsset } from "../load.js";

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

const fetchSearch = panel => loadAsset("search").then(
  () => (panel.dataset.ready = "true"),
  () => (one(".find-status", panel).textContent = OFFLINE),
);
