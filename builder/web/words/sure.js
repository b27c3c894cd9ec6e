// What is asked and said of how sure a learner is.

export const words = {
  sure: "How sure are you?",
  levels: ["Guessing", "Fairly sure", "Sure"],
  calibrated: { "1true": "You were guessing and got it right: read why.", "1false": "You were not sure, and you noticed it.", "3true": "You were sure, and rightly so.", "3false": "You were sure. This is one to read again." },
};
