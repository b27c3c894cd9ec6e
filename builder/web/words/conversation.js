// What conversations say.

export const words = {
  say: "Say this",
  chooseReply: "Choose what you say first.",
  ended: "This is how it ended.",
  otherWay: "Try another way",
  compared: "Your choices compared",
  youSaid: "You said",
  other: "You could have said",
};
