// Texts in saved state: the commonest letters take five binary digits, others seven more, and a
// change of script a few more again. No DOM here.

const COMMON = " etaoinshrdlucmfwypvbgkjqxz.,\n'";
const PAGES = 0x110000 / 128;

export function putText(digits, text) {
  const signs = [...text];
  digits.putNumber(signs.length);
  let page = 0;
  for (const sign of signs) {
    const at = COMMON.indexOf(sign);
    digits.put(at < 0 ? COMMON.length : at, COMMON.length + 1);
    if (at < 0) page = putOther(digits, sign.codePointAt(0), page);
  }
}

// A sign is looked up on the page of the last one; digit 128 turns to another page.
function putOther(digits, code, page) {
  const own = Math.floor(code / 128);
  if (own !== page) {
    digits.put(128, 129);
    digits.put(own, PAGES);
  }
  digits.put(code % 128, 129);
  return own;
}

// Throws when there are fewer signs than the text is long.
export function takeText(digits) {
  let [text, page] = ["", 0];
  for (let left = digits.takeNumber(); left > 0; left -= 1) {
    if (digits.over && left > MOST_BLANKS) throw new Error("no saved text");
    const at = Number(digits.take(COMMON.length + 1));
    if (at < COMMON.length) text += COMMON[at];
    else {
      let code = Number(digits.take(129));
      if (code === 128) {
        page = Number(digits.take(PAGES));
        code = Number(digits.take(129)) % 128;
      }
      text += String.fromCodePoint(page * 128 + code);
    }
  }
  return text;
}

const MOST_BLANKS = 4096; // spaces at the very end are zeros, which nothing marks
