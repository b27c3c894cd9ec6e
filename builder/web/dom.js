// Small helpers over the page. Nothing here knows of courses.

export const one = (selector, root = document) => root.querySelector(selector);
export const every = (selector, root = document) => [...root.querySelectorAll(selector)];

// An element with properties and children: make("a", { href: "#x" }, "text").
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// The data that stands in the page in an element, a script or, in the frame of another engine, a template.
export const dataOf = element => JSON.parse((element.content ?? element).textContent);

// Copies of an element's children: feedback is shown beside the key it stays in.
export const copies = element => [...(element?.childNodes ?? [])].map(node => node.cloneNode(true));

export function ringTo(ring, share) {
  if (ring) one(".ring-fill", ring).style.strokeDasharray = share >= 1 ? "101 0" : `${Math.round(share * 100)} 100`;
}

export const longDate = time =>
  new Intl.DateTimeFormat(document.documentElement.lang || "en", { dateStyle: "long" }).format(time);
