// What exercises and the end of a lesson say.

export const words = {
  saved: "Saved in this browser.",
  notSaved: "This browser blocks storage. Download your note to keep it.",
  writeFirst: "Write something first, then download it.",
  openCalendar: "Open the downloaded file to add it to your calendar.",
  allSteps: "All steps done. Write down what you noticed while it is fresh.",
  complete: "Mark lesson complete",
  completed: "Lesson complete",
  uncompleted: "Marked as not complete.",
};
