// Every pair of colours that carries text or a control, in light and dark: the default look and
// the look of the shipped course.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const COLOUR = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
const read = path => Object.fromEntries([...readFileSync(resolve(root, path), "utf8").matchAll(COLOUR)].map(([, name, light, dark]) => [name, { light, dark }]));
const standard = read("builder/web/styles/tokens.css");
const looks = { standard, shipped: { ...standard, ...read("site_overrides/tokens.css") } };

const GROUNDS = ["paper", "surface", "sunk"];
const TEXT = 4.5;
const CONTROL = 3;
const PAIRS = [
  ...["ink", "ink-2", "brand", "code-quiet", "code-word", "code-text", "code-number", "code-name"].flatMap(ink => GROUNDS.map(ground => [ink, ground, TEXT])),
  ...["edge", "focus"].flatMap(edge => GROUNDS.map(ground => [edge, ground, CONTROL])),
  ["on-fill", "fill", TEXT], ["on-fill", "fill-2", TEXT], ["fill", "surface", CONTROL], ["fill", "paper", CONTROL],
  ["brand", "brand-tint", TEXT], ["ink", "brand-tint", TEXT], ["ink-2", "brand-tint", TEXT],
  ["ok", "ok-tint", TEXT], ["ok", "surface", TEXT], ["ok", "paper", TEXT], ["ok", "sunk", TEXT], ["ink", "ok-tint", TEXT], ["ink-2", "ok-tint", TEXT],
  ["try", "try-tint", TEXT], ["ink", "try-tint", TEXT], ["ink-2", "try-tint", TEXT], ["ink", "marker", TEXT], ["surface", "ok", CONTROL], ["surface", "try", CONTROL],
];

const channel = value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = hex => {
  const [r, g, b] = [1, 3, 5].map(at => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

test("the formula is WCAG's", () => {
  assert.equal(contrast("#000000", "#ffffff").toFixed(2), "21.00");
  assert.equal(contrast("#767676", "#ffffff").toFixed(2), "4.54");
});

for (const [look, colours] of Object.entries(looks)) {
  for (const scheme of ["light", "dark"]) {
    test(`${look}, ${scheme}: every pair can be read`, () => {
      const weak = PAIRS.map(([front, back, least]) => [front, back, contrast(colours[front][scheme], colours[back][scheme]), least]).filter(([, , found, least]) => found < least);
      assert.deepEqual(weak.map(([front, back, found]) => `${front} on ${back}: ${found.toFixed(2)}`), []);
    });
  }
}
