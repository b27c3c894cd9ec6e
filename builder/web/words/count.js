// "1 result", "3 results".

export const count = (n, singular, plural = `${singular}s`) => `${n} ${n === 1 ? singular : plural}`;
