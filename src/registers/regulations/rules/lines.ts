/** One line of a text without the white space around it, and where it stands. */
export type Line = { text: string; start: number; end: number }

const blank = /[\s\u3000\u200b\ufeff]/

/** The lines that show anything, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  while (from <= text.length) {
    const at = text.indexOf('\n', from)
    const until = at < 0 ? text.length : at
    const line = trimmed(text, from, until)
    if (line.end > line.start) lines.push(line)
    from = until + 1
  }
  return lines
}

function trimmed(text: string, from: number, until: number): Line {
  let start = from
  let end = until
  while (start < end && blank.test(text.charAt(start))) start++
  while (end > start && blank.test(text.charAt(end - 1))) end--
  return { text: text.slice(start, end), start, end }
}
