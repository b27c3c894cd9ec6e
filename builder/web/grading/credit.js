// Marks of kinds in which something is typed or chosen for a blank: what a listed answer earns. No DOM here.

// { id, chosen, ok, credit, why: the listed answer whose feedback holds, note: "spelling" | "unit" | "" }
export const taken = (id, listed, note = "") => {
  const credit = listed ? listed.credit : 0;
  return { id, chosen: true, ok: credit === 1, credit, why: listed ? id + "/" + listed.id : "", note };
};

// What the rows earn, out of all rows.
export const shareOfCredit = (key, marks) => (marks.length ? marks.reduce((sum, mark) => sum + mark.credit, 0) / marks.length : 1);

// The rows that hold a field's key; the others hold feedback.
export const fields = key => key.filter(row => row.spec);
