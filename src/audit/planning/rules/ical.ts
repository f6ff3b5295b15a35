import type { Day } from '../../../kernel/day.ts'
import { addDays } from '../../../kernel/day.ts'

export type CalendarEntry = { id: string; from: Day; to: Day; title: string; text: string }

const escaped = (text: string) => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\n/g, '\\n')
const plain = (on: Day) => on.replaceAll('-', '')
/** Octets of a text in UTF-8. */
const octets = (text: string) =>
  [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
  }, 0)

/** A content line folded at 75 octets, as RFC 5545 asks; a character is never split. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    if (octets(part + character) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part].join('\r\n ')
}

/** An iCalendar file (RFC 5545) of whole-day entries; `stamp` is the moment it was made, in UTC. */
export function calendarText(entries: readonly CalendarEntry[], stamp: string): string {
  const at = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//guantong//plan//ZH',
    ...entries.flatMap(({ id, from, to, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${id}@guantong`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${plain(from)}`,
      `DTEND;VALUE=DATE:${plain(addDays(to, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
