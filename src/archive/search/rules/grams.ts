/**
 * Which texts hold which characters and pairs of characters: candidates for a term without reading the texts.
 * Exact for terms of one and two units; longer terms must still be looked for in the candidates.
 */
export type Grams = { candidates(term: string): Uint32Array | null }

/** U+FFFF is no character: a pair with it stands for the single unit before it. */
const single = 0xffff
const keyOf = (first: number, second: number) => ((first << 16) | second) >>> 0

type Slots = { keys: Uint32Array; used: Uint8Array; counts: Uint32Array; last: Uint32Array; size: number }

export function gramsOf(texts: readonly string[]): Grams {
  const slots = countGrams(texts)
  const starts = new Uint32Array(slots.keys.length + 1)
  for (let i = 0; i < slots.keys.length; i += 1) starts[i + 1] = (starts[i] ?? 0) + (slots.counts[i] ?? 0)
  const postings = postingsOf(texts, slots, starts)
  const posting = (key: number): Uint32Array => {
    const slot = find(slots, key)
    return slots.used[slot] ? postings.subarray(starts[slot] ?? 0, starts[slot + 1] ?? 0) : new Uint32Array(0)
  }
  return { candidates: (term) => (term.includes('\uffff') ? null : intersect(keysOf(term).map(posting))) }
}

function keysOf(term: string): number[] {
  if (term.length === 1) return [keyOf(term.charCodeAt(0), single)]
  return Array.from({ length: term.length - 1 }, (_, i) => keyOf(term.charCodeAt(i), term.charCodeAt(i + 1)))
}

function find(slots: Slots, key: number): number {
  const mask = slots.keys.length - 1
  let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
  while (slots.used[slot] && slots.keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

/** Calls `put` once for every unit and pair of each text; repeats within a text are for `put` to notice. */
function eachGram(texts: readonly string[], put: (key: number, text: number) => void): void {
  texts.forEach((text, index) => {
    let before = text.charCodeAt(0)
    if (text.length > 0) put(keyOf(before, single), index)
    for (let i = 1; i < text.length; i += 1) {
      const unit = text.charCodeAt(i)
      put(keyOf(before, unit), index)
      put(keyOf(unit, single), index)
      before = unit
    }
  })
}

function emptySlots(length: number): Slots {
  return {
    keys: new Uint32Array(length),
    used: new Uint8Array(length),
    counts: new Uint32Array(length),
    last: new Uint32Array(length),
    size: 0,
  }
}

function countGrams(texts: readonly string[]): Slots {
  let slots = emptySlots(1 << 16)
  eachGram(texts, (key, text) => {
    if (slots.size * 2 > slots.keys.length) slots = doubled(slots)
    const slot = find(slots, key)
    if (!slots.used[slot]) {
      slots.used[slot] = 1
      slots.keys[slot] = key
      slots.size += 1
    }
    if (slots.last[slot] === text + 1) return
    slots.last[slot] = text + 1
    slots.counts[slot] = (slots.counts[slot] ?? 0) + 1
  })
  return slots
}

function doubled(old: Slots): Slots {
  const next = emptySlots(old.keys.length * 2)
  old.keys.forEach((key, from) => {
    if (!old.used[from]) return
    const to = find(next, key)
    next.used[to] = 1
    next.keys[to] = key
    next.counts[to] = old.counts[from] ?? 0
    next.last[to] = old.last[from] ?? 0
  })
  next.size = old.size
  return next
}

function postingsOf(texts: readonly string[], slots: Slots, starts: Uint32Array): Uint32Array {
  const postings = new Uint32Array(starts[slots.keys.length] ?? 0)
  const next = starts.slice()
  slots.last.fill(0)
  eachGram(texts, (key, text) => {
    const slot = find(slots, key)
    if (slots.last[slot] === text + 1) return
    slots.last[slot] = text + 1
    const at = next[slot] ?? 0
    postings[at] = text
    next[slot] = at + 1
  })
  return postings
}

/** What all ascending lists have in common, rarest first. */
function intersect(lists: readonly Uint32Array[]): Uint32Array {
  const [rarest, ...others] = lists.toSorted((a, b) => a.length - b.length)
  if (!rarest) return new Uint32Array(0)
  return others.reduce((common, list) => (common.length === 0 ? common : kept(common, list)), rarest)
}

function kept(few: Uint32Array, many: Uint32Array): Uint32Array {
  const common = new Uint32Array(few.length)
  let size = 0
  let at = 0
  for (const value of few) {
    while (at < many.length && (many[at] ?? 0) < value) at += 1
    if (many[at] === value) {
      common[size] = value
      size += 1
    }
  }
  return common.subarray(0, size)
}
