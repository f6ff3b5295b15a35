/** What became of a stretch of text: kept, gone from the old one, new in the new one. */
export type Part = { op: 'same' | 'gone' | 'new'; text: string }

const limit = 9_000_000

/**
 * Every difference between two texts, character by character: `same` and `gone` in a row are the old text, `same` and
 * `new` the new one. Two texts too long to compare exactly are shown as replaced between their common ends.
 */
export function difference(before: string, after: string): Part[] {
  const { head, tail } = commonEnds(before, after)
  const old = before.slice(head, before.length - tail)
  const fresh = after.slice(head, after.length - tail)
  const middle = old.length * fresh.length > limit ? replaced(old, fresh) : walked(old, fresh)
  return tidy([{ op: 'same', text: before.slice(0, head) }, ...middle, { op: 'same', text: before.slice(before.length - tail) }])
}

function commonEnds(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { head, tail }
}

const replaced = (old: string, fresh: string): Part[] => [
  { op: 'gone', text: old },
  { op: 'new', text: fresh },
]

/** Lengths of the longest common subsequences of all ends, row by row. */
function lengths(old: string, fresh: string): Uint16Array {
  const width = fresh.length + 1
  const table = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      table[i * width + j] = old.charCodeAt(i) === fresh.charCodeAt(j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  return table
}

function walked(old: string, fresh: string): Part[] {
  const table = lengths(old, fresh)
  const width = fresh.length + 1
  const parts: Part[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < fresh.length) {
    if (old.charCodeAt(i) === fresh.charCodeAt(j)) {
      push(parts, 'same', old.charAt(i))
      i++
      j++
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) push(parts, 'gone', old.charAt(i++))
    else push(parts, 'new', fresh.charAt(j++))
  }
  return [...parts, { op: 'gone', text: old.slice(i) }, { op: 'new', text: fresh.slice(j) }]
}

function push(parts: Part[], op: Part['op'], text: string) {
  const last = parts.at(-1)
  if (last?.op === op) last.text += text
  else parts.push({ op, text })
}

/**
 * One deletion before one insertion between two kept stretches; a single kept character between changes is part of
 * the change, so that a reader sees words, not letters.
 */
function tidy(parts: readonly Part[]): Part[] {
  const shown = parts.filter((part) => part.text !== '')
  const tidied: Part[] = []
  let gone = ''
  let fresh = ''
  const flush = () => {
    if (gone !== '') tidied.push({ op: 'gone', text: gone })
    if (fresh !== '') tidied.push({ op: 'new', text: fresh })
    gone = ''
    fresh = ''
  }
  shown.forEach((part, n) => {
    const lone = part.op === 'same' && part.text.length === 1 && n > 0 && n < shown.length - 1 && gone !== '' && fresh !== ''
    if (part.op === 'same' && !lone) {
      flush()
      tidied.push({ ...part })
    }
    if (part.op === 'gone' || lone) gone += part.text
    if (part.op === 'new' || lone) fresh += part.text
  })
  flush()
  return tidied
}
