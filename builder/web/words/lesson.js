// What exercises and the end of a lesson say.

export const words = {
  saved: "Saved in this browser.",
  notSaved: "This browser blocks storage. Download your note to keep it.",
  offline: "This could not load. Check your connection, then press again.",
  allSteps: "All steps done. Write down what you noticed while it is fresh.",
  complete: "Mark lesson complete",
  completed: "Lesson complete",
  uncompleted: "Marked as not complete.",
};
