// A calendar file (RFC 5545) with one event a week from now, at nine in the morning. No DOM here.

const OCTETS = 75; // of UTF-8 in a line, RFC 5545 section 3.1

// Nine o'clock wherever the learner is then: a time without a zone.
export function reminder({ id, title, text, now }) {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7, 9);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//coursewright//EN",
    "BEGIN:VEVENT",
    `UID:${escaped(id)}-${now.getTime()}@coursewright`,
    `DTSTAMP:${stamp(now.toISOString())}`,
    `DTSTART:${stamp(localTime(day))}`,
    "DURATION:PT15M",
    `SUMMARY:Look back: ${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

const two = n => String(n).padStart(2, "0");
const localTime = day => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${two(day.getHours())}:00:00`;
const stamp = time => time.replace(/[-:]|\.\d+/g, "");
const escaped = text => text.replace(/[\\,;]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/\p{Cc}/gu, " ");

// Long lines go on after a line break and a space; no character is cut apart.
function fold(line) {
  let room = OCTETS;
  return [...line].map(letter => {
    const size = octets(letter.codePointAt(0));
    const full = size > room;
    room = (full ? OCTETS - 1 : room) - size;
    return full ? `\r\n ${letter}` : letter;
  }).join("");
}

const octets = code => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
