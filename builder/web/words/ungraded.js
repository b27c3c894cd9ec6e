// What surveys, reflections and questions with confidence say.

export const words = {
  save: "Save answer",
  noted: "Saved.",
  choosePoint: "Choose at least one answer, then save it.",
  writeFirst: "Write your answer first, then save it.",
  compareModel: "Compare it with the answer below. Then change yours as you like.",
  compareRubric: "Look at it again with the points below. Then change it as you like.",
  chooseSure: "Say how sure you are, then check it.",
  guess_right: "A guess, and it was right. Read why, so that next time you know.",
  fairly_right: "Fairly sure, and right. You can trust this a little more.",
  certain_right: "Certain, and right. Your trust in this is well placed.",
  guess_wrong: "You did not trust this answer, and that was a sound judgement.",
  fairly_wrong: "Fairly sure, and not yet right. Notice what made it look right.",
  certain_wrong: "Certain, and not yet right. It is worth a second look: such surprises are remembered best.",
};
