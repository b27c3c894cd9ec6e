// Times and phrases as the kit's pages tell them.

// Minutes and seconds of a time span in milliseconds: "4:05", and "+0:12" when it is over.
export function span(ms) {
  const seconds = ms < 0 ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
  const sign = ms < 0 ? "+" : "";
  return `${sign}${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

export const timeOfDay = ms => {
  const date = new Date(ms);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
};

// A phrase with its gaps filled; one with forms for a count takes that for `n`.
export function phrase(text, values = {}) {
  const form = typeof text === "string" ? text : text[values.n === 1 ? "one" : "other"];
  return form.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

const two = number => String(number).padStart(2, "0");
