// One set of facts from the platform's copy and this browser's. No DOM here.

const revision = facts => {
  const value = facts.get("rev:")?.value;
  return Number.isInteger(value) ? value : 0;
};

// The copy with the higher revision tells; what only the other one has is kept beside it. At the
// same revision this browser's copy tells, since it holds texts the platform has no room for.
export function mergeCopies(remote, local) {
  const newer = revision(remote) > revision(local);
  const [base, other] = newer ? [remote, local] : [local, remote];
  const facts = new Map(other);
  for (const [name, fact] of base) facts.set(name, newer ? fuller(fact, local.get(name)) : fact);
  return facts;
}

// The platform's copy of an answer may lack what was typed.
function fuller(fact, local) {
  const [one, other] = [fact.value, local?.value];
  if (!isRecord(one) || !isRecord(other)) return fact;
  const same = one.tries === other.tries && !!one.right === !!other.right && (one.of ?? other.of) === (other.of ?? one.of);
  return same && (one.lost || !one.answer) && other.answer ? local : fact;
}

const isRecord = value => typeof value === "object" && value !== null && "tries" in value;
