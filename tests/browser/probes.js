// Questions the tests ask of a page. Run in every page the tests open, as `probes.<name>()`.
(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const hidden = element => element.matches("input[type=radio], input[type=checkbox]");
  const short = element => element.outerHTML.slice(0, 120);

  // How many pixels the page is wider than its window.
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

  // What a pointer can hit and is smaller than 24 pixels; links inside a sentence are exempt.
  function small() {
    const shown = all("a[href], button, select, textarea, input, summary, label")
      .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    return shown.filter(element => !inSentence(element)).map(element => [element, target(element)])
      .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(([element, box]) => `${short(element)}: ${box.width} x ${box.height}`);
  }

  function inSentence(element) {
    if (!element.matches("a") || getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, td, dd, dt, figcaption, div");
    return block.textContent.trim() !== element.textContent.trim();
  }

  // A field stands for its label; the link of a card covers the card.
  function target(element) {
    const label = hidden(element) && element.labels[0];
    const card = element.closest("h3 a") && element.closest(".card");
    return (label || card || element).getBoundingClientRect();
  }

  // Text that its own box cuts off.
  function clipped() {
    const left = "svg, svg *, .vh, dialog *, [popover] *, .skip, textarea, select, option, .tool span";
    return all("body *").filter(element => !element.matches(left) && element.checkVisibility() && element.textContent.trim())
      .filter(element => /hidden|clip/.test(getComputedStyle(element).overflow))
      .filter(element => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      .map(short);
  }

  // Elements that move or fade.
  const moving = () => all("*").filter(element => {
    const style = getComputedStyle(element);
    return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
  }).map(short);

  // The focused element: what is wrong with it, or null when nothing has the focus.
  let last = null;
  function stop() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const before = last;
    last = element;
    const faults = [
      !ringed(element) && "no visible focus",
      covered(element) && "covered",
      outside(element) && "outside the window",
      before && before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING && "out of order",
    ];
    return { name: short(element), faults: faults.filter(Boolean) };
  }

  function ringed(element) {
    const drawn = [element, element.nextElementSibling, element.closest("label"), element.closest(".card, .q, .tabbed-set, .option")];
    return drawn.filter(Boolean).map(getComputedStyle)
      .some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  }

  const seen = element => (hidden(element) ? element.closest("label, .tabbed-set, li") ?? element : element);

  function covered(element) {
    const box = seen(element).getClientRects()[0];
    const x = Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width / 2, 60)));
    const top = document.elementFromPoint(x, box.top + Math.min(box.height / 2, 20));
    return !top || !(seen(element).contains(top) || top.contains(element));
  }

  function outside(element) {
    const box = seen(element).getClientRects()[0];
    return box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
  }

  // Whether the field of a row comes before the focus.
  function behind(form, row) {
    const target = row && form.querySelector(`.option[data-i="${CSS.escape(row)}"]`);
    return !!target && !!(document.activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING);
  }

  // What axe-core, loaded before, finds wrong.
  async function violations() {
    const found = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target} ${node.failureSummary}`));
  }

  // The keys as the page was delivered; the running script has taken them out of the page.
  async function keys() {
    const text = await (await fetch(location.href.split("#")[0])).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const rows = form => [...(form.querySelector(".key")?.content.querySelectorAll("li[data-i]") ?? [])].map(({ dataset }) => ({
      id: dataset.i, right: "correct" in dataset, partner: dataset.answer ?? null,
    }));
    return Object.fromEntries([...page.querySelectorAll(".q")].map(form => [
      form.dataset.question, { type: form.dataset.type, rows: rows(form) },
    ]));
  }

  // The texts the browser's database keeps, by key; `change` puts a text under a key of it.
  const database = () => new Promise((resolve, reject) => {
    const request = indexedDB.open("coursewright");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  async function stored() {
    const store = (await database()).transaction("facts").objectStore("facts");
    const keys = store.getAllKeys();
    return new Promise(resolve => {
      const texts = store.getAll();
      texts.onsuccess = () => resolve(Object.fromEntries(keys.result.map((key, at) => [key, texts.result[at]])));
    });
  }

  async function change(entries) {
    const transaction = (await database()).transaction("facts", "readwrite");
    for (const [key, text] of Object.entries(entries)) transaction.objectStore("facts").put(text, key);
    return new Promise(resolve => (transaction.oncomplete = () => resolve()));
  }

  window.probes = { overflow, small, clipped, moving, stop, behind, violations, keys, stored, change };
})();
