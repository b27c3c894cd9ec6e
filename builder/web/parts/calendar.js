// A calendar file (RFC 5545) with one event a week from now, at nine in the morning. No DOM here.

const LINE = 70; // octets would be exact at 75; letters leave room for accents

export function reminder({ id, title, text, now }) {
  const day = new Date(now.getTime() + 7 * 24 * 3600 * 1000);
  day.setHours(9, 0, 0, 0);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//coursewright//EN",
    "BEGIN:VEVENT",
    `UID:${id}-${day.getTime()}@coursewright`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(day)}`,
    "DURATION:PT15M",
    `SUMMARY:Look back: ${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

const stamp = date => date.toISOString().replace(/[-:]|\.\d+/g, "");
const escaped = text => text.replace(/[\\,;]/g, "\\$&").replace(/\n/g, "\\n");
const fold = line => line.replace(new RegExp(`(.{${LINE}})(?=.)`, "gu"), "$1\r\n ");
