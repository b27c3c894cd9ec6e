// How values are spelled so that every platform takes them. No DOM here.

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

// Plain signs only, in one line, cut at `most` characters but never within one.
export function line(text, most) {
  const flat = String(text).replace(/\s+/g, " ").trim();
  return flat.length <= most ? flat : [...flat].reduce((all, sign) => (all.length + sign.length <= most ? all + sign : all), "");
}

// A name made of letters, digits, - and _ from an id of any script; another id gives another name.
export function word(id, most = 200) {
  const plain = id.replaceAll("/", "__").replace(/[^\w-]/g, sign => `-u${sign.charCodeAt().toString(16)}`);
  return plain.length <= most ? plain : `${plain.slice(0, most - 9)}-${hash(plain)}`;
}

// Short names for ids, as answers hold them: letters, digits and _ only, each once.
export function shortNames(ids) {
  const taken = new Set();
  return new Map(ids.map(id => {
    let name = word(id, 60).replaceAll("-", "_");
    while (taken.has(name)) name += "_";
    taken.add(name);
    return [id, name];
  }));
}

// One character for each id, for up to 36 of them; null for more.
export function letters(ids) {
  if (ids.length > LETTERS.length) return null;
  const own = ids.every(id => id.length === 1 && LETTERS.includes(id));
  return new Map(ids.map((id, at) => [id, own ? id : LETTERS[at]]));
}

// A decimal number without an exponent, "" for what has none of seven decimals.
export function decimal(value) {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e10) return "";
  const text = value.toFixed(7).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}

// 32 bits of an FNV hash, in base 36: for names of things, not for secrets.
export function hash(text) {
  let sum = 0x811c9dc5;
  for (const sign of text) sum = Math.imul(sum ^ sign.codePointAt(0), 0x01000193);
  return (sum >>> 0).toString(36);
}

const two = n => String(n).padStart(2, "0");
const centis = ms => Math.max(0, Math.round(ms / 10));

// A span of milliseconds as HH:MM:SS.cc, for SCORM 1.2; at most 9999:59:59.99.
export function clockSpan(ms) {
  const all = Math.min(centis(ms), 3_599_999_999);
  const [hours, minutes] = [Math.floor(all / 360_000), Math.floor(all / 6000) % 60];
  return `${two(hours)}:${two(minutes)}:${two(Math.floor(all / 100) % 60)}.${two(all % 100)}`;
}

// A span of milliseconds as ISO 8601 with at most two decimals.
export function isoSpan(ms) {
  const all = centis(ms);
  const [hours, minutes, rest] = [Math.floor(all / 360_000), Math.floor(all / 6000) % 60, all % 6000];
  const decimals = rest % 100 ? "." + two(rest % 100).replace(/0$/, "") : "";
  const parts = [[hours, "H"], [minutes, "M"], [Math.floor(rest / 100) + decimals, "S"]];
  return "PT" + (parts.filter(([n]) => Number(n)).map(part => part.join("")).join("") || "0S");
}

// The time of day as SCORM 1.2 wants it, and the moment in UTC as 2004 does.
export const timeOfDay = date => [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
export const stamp = date => `${date.toISOString().slice(0, 19)}.0Z`;
