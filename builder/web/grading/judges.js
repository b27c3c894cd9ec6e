// How the blanks of a cloze are marked, by the kind of blank: (id, spec, answer) to a mark. The scripts
// of short texts and numbers add theirs, so that a page carries each of them once.
export const judges = {};
