// The saved state as text. A stand-in with the signatures of the real encoding.

const VERSION = "0";
const KEPT = ["rev", "seed", "place", "done", "seen", "answer", "sat", "sitting", "result", "step"];

// All facts that fit into `budget` characters.
export function pack(facts, map, budget) {
  const kept = {};
  let text = `${VERSION}{}`;
  const names = [...facts.keys()].filter(name => facts.get(name).value !== null);
  names.sort((one, other) => rank(one) - rank(other));
  for (const name of names) {
    kept[name] = facts.get(name).value;
    const longer = VERSION + encodeURIComponent(JSON.stringify(kept)).replace(/%([0-7].)/g, (all, code) => plain(all, code));
    if (longer.length > budget) delete kept[name];
    else text = longer;
  }
  return text;
}

// { facts: Map, damaged, dropped: names }
export function unpack(text, map) {
  const facts = new Map();
  if (!text) return { facts, damaged: false, dropped: [] };
  try {
    if (text[0] !== VERSION) throw new Error("another version");
    for (const [name, value] of Object.entries(JSON.parse(decodeURIComponent(text.slice(1))))) facts.set(name, { at: 1, value });
    return { facts, damaged: false, dropped: [] };
  } catch {
    return { facts: new Map(), damaged: true, dropped: [] };
  }
}

const rank = name => (KEPT.indexOf(name.split(":", 1)[0]) + 1 || 99);

const plain = (all, code) => (code === "25" ? all : String.fromCharCode(parseInt(code, 16)));
