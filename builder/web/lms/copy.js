// This browser's own copy of a learner's facts, for when the platform's is lost, older or could not
// be written. Kept by learner and course, so that nobody takes up another's on a shared computer.
import { isFact } from "../facts.js";
import { hash } from "./spell.js";

export class Copy {
  // Without a learner there is nobody it could belong to: then nothing is kept.
  constructor({ course, sco }, learner, find = () => localStorage) {
    this.key = `coursewright-lms:${course}:${sco}:${hash(learner)}`;
    this.find = learner ? find : () => null;
    this.works = !!learner;
  }

  // { facts: Map, pending: interactions that were not sent }
  read() {
    try {
      const { facts = {}, pending = [] } = JSON.parse(this.find()?.getItem(this.key) ?? "{}");
      return { facts: new Map(Object.entries(facts).filter(([name, fact]) => isFact(fact, name))), pending: [pending].flat() };
    } catch {
      return { facts: new Map(), pending: [] };
    }
  }

  // At once, also while the page is being left.
  write(facts, pending) {
    try {
      this.find()?.setItem(this.key, JSON.stringify({ facts: Object.fromEntries(facts), pending }));
    } catch {
      this.works = false;
    }
  }
}
