// What pages that list lessons say.

export const words = {
  backedUp: "Backup saved to your downloads.",
  restored: "Progress restored.",
  badBackup: "That file is not a backup of this course. Nothing was changed.",
};
