// Cards as a text file that Anki imports: tab-separated HTML with header lines. No DOM.

// `texts`: [[front, back, tag], ...] as HTML; `deck` is what the deck is called.
export function ankiFile(deck, texts) {
  const head = ["#separator:tab", "#html:true", "#notetype:Basic", `#deck:${line(deck)}`, "#tags column:3"];
  return `${[...head, ...texts.map(row => row.map(field).join("\t"))].join("\n")}\n`;
}

const line = text => text.replace(/\s+/g, " ").trim();

// A quotation mark at the start of a field would make it a quoted one.
function field(text) {
  const plain = line(text);
  return plain.startsWith("\"") ? `"${plain.replaceAll("\"", "\"\"")}"` : plain;
}
