// Answers come from storage and from backups: one of the wrong shape counts as no answer. No DOM here.

// One text is a list of one; anything but texts is left out.
export const texts = answer => [answer].flat().filter(item => typeof item === "string");

// What a mapping by id holds under `id`, undefined when it is no mapping.
export const under = (answer, id) => (isMapping(answer) && Object.hasOwn(answer, id) ? answer[id] : undefined);

const isMapping = answer => typeof answer === "object" && answer !== null && !Array.isArray(answer);
