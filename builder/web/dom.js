// Small helpers over the page. Nothing here knows of courses.

export const one = (selector, root = document) => root.querySelector(selector);
export const every = (selector, root = document) => [...root.querySelectorAll(selector)];

// An element with properties and children: make("a", { href: "#x" }, "text").
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const PATHS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  again: "M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5",
};

export function icon(name) {
  const holder = document.createElement("template");
  holder.innerHTML = `<svg class="icon" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;
  return holder.content.firstChild;
}

// Copies of an element's children: feedback is shown beside the key it stays in.
export const copies = element => [...(element?.childNodes ?? [])].map(node => node.cloneNode(true));

export function ringTo(ring, share) {
  if (ring) one(".ring-fill", ring).style.strokeDasharray = share >= 1 ? "101 0" : `${Math.round(share * 100)} 100`;
}

export const longDate = time =>
  new Intl.DateTimeFormat(document.documentElement.lang || "en", { dateStyle: "long" }).format(time);

export function download(name, text, type = "text/plain") {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
