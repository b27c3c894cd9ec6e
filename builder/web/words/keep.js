// What saving a note as a file says.

export const words = {
  writeFirst: "Write something first, then download it.",
  openCalendar: "Open the downloaded file to add it to your calendar.",
};
