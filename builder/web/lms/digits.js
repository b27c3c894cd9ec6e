// Saved state as one long number, made of digits that each have a base of their own. The digit
// written first is the lowest, so what is not filled in at the end takes no room, and a reader that
// does not know what comes last has read all the rest. No DOM here.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LENGTH = 32; // a whole number has at most so many binary digits

export const valueOf = sign => SIGNS.indexOf(sign);

export class Digits {
  constructor(text = "") {
    this.rest = textToNumber(text);
    this.written = [];
    this.bits = 0;
  }

  // Whether all that is left to read is zero.
  get over() {
    return this.rest === 0n;
  }

  // `digit` may be of any size below `base`; both are BigInts or numbers. `bits` counts numbers only.
  put(digit, base) {
    this.written.push([digit, base]);
    if (typeof base === "number") this.bits += Math.log2(base);
  }

  take(base) {
    const by = BigInt(base);
    const digit = this.rest % by;
    this.rest /= by;
    return digit;
  }

  // A whole number from 0 to 2^31 - 1: small ones take little room.
  putNumber(value) {
    const length = 32 - Math.clz32(value);
    this.put(length, LENGTH);
    if (length > 1) this.put(value - 2 ** (length - 1), 2 ** (length - 1));
  }

  takeNumber() {
    const length = Number(this.take(LENGTH));
    return length > 1 ? 2 ** (length - 1) + Number(this.take(2 ** (length - 1))) : length;
  }

  append(digits) {
    for (const pair of digits.written) this.written.push(pair);
    this.bits += digits.bits;
  }

  toString() {
    return numberToText(this.written.reduceRight((whole, [digit, base]) => whole * BigInt(base) + BigInt(digit), 0n));
  }
}

// Six binary digits are one character, the highest first; zero is no text at all.
function numberToText(number) {
  const octal = number.toString(8);
  const even = octal.length % 2 ? `0${octal}` : octal;
  return number === 0n ? "" : even.replace(/../g, pair => SIGNS[parseInt(pair, 8)]);
}

// Throws for any other character.
function textToNumber(text) {
  let octal = "";
  for (const sign of text) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) throw new Error("no saved state");
    octal += value.toString(8).padStart(2, "0");
  }
  return BigInt(`0o${octal || 0}`);
}

// Four characters that are hardly ever the same for two texts.
export function checksum(text) {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash ^= hash >>> 13;
  return [18, 12, 6, 0].map(shift => SIGNS[(hash >>> shift) & 63]).join("");
}

// A number below 1,024 for a name.
export function mark(name) {
  let hash = 2166136261;
  for (const sign of name) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619);
  return ((hash >>> 10) ^ hash) & 1023;
}
