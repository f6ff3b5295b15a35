/**
 * Finds every registered name in a folded text: a gate on the first unit, a bit filter on the first two, then an exact
 * probe in a table of typed arrays. Overlapping hits are all told. Names are UTF-16 units, so characters outside the
 * basic plane count two.
 */
export type NameIndex = {
  /** Bit n set: some name of n units begins with this unit (bit 15: longer than four units). */
  lengths: Uint16Array
  pairs: Uint32Array
  high: Int32Array
  low: Int32Array
  slots: Int32Array
  mask: number
  longer: Map<string, number>
  /** Bearers of name k: people[from[k]] … people[from[k + 1] - 1]. */
  from: Int32Array
  people: Int32Array
}
export type NameHit = { start: number; end: number; name: number }

const LONGER = 15
const pairSlot = (first: number, second: number): number => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 10
const mix = (high: number, low: number): number => {
  const h = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ Math.imul(low ^ (low >>> 13), 0x297a2d39)
  return h ^ (h >>> 16)
}

/** Builds the index from folded names; `bearers[k]` is the person (an index) who bears `names[k]`. Names of one unit are left out. */
export function buildNames(names: readonly string[], bearers: readonly number[]): NameIndex {
  let size = 1024
  while (size < names.length * 1.5) size *= 2
  const index = emptyIndex(size)
  const nameOf = new Int32Array(names.length)
  let count = 0
  for (let k = 0; k < names.length; k += 1) {
    const name = names[k] ?? ''
    nameOf[k] = name.length < 2 ? -1 : enter(index, name, count)
    if (nameOf[k] === count) count += 1
  }
  return { ...index, ...bearersByName(nameOf, bearers, count) }
}

const emptyIndex = (size: number) => ({
  lengths: new Uint16Array(65_536),
  pairs: new Uint32Array(1 << 17),
  high: new Int32Array(size),
  low: new Int32Array(size),
  slots: new Int32Array(size),
  mask: size - 1,
  longer: new Map<string, number>(),
})
type Bare = ReturnType<typeof emptyIndex>

/** Enters a name under the given number unless it is known; answers the number it has. */
function enter(index: Bare, name: string, number: number): number {
  const first = name.charCodeAt(0)
  const bit = name.length > 4 ? LONGER : name.length
  index.lengths[first] = (index.lengths[first] ?? 0) | (1 << bit)
  const pair = pairSlot(first, name.charCodeAt(1))
  index.pairs[pair >>> 5] = (index.pairs[pair >>> 5] ?? 0) | (1 << (pair & 31))
  if (bit === LONGER) return enterLonger(index.longer, name, number)
  const high = (first << 16) | name.charCodeAt(1)
  const low = ((name.charCodeAt(2) || 0) << 16) | (name.charCodeAt(3) || 0)
  let at = mix(high, low) & index.mask
  for (;;) {
    const held = index.slots[at] ?? 0
    if (held === 0) break
    if (index.high[at] === high && index.low[at] === low) return held - 1
    at = (at + 1) & index.mask
  }
  index.high[at] = high
  index.low[at] = low
  index.slots[at] = number + 1
  return number
}

function enterLonger(longer: Map<string, number>, name: string, number: number): number {
  const known = longer.get(name)
  if (known !== undefined) return known
  longer.set(name, number)
  return number
}

function bearersByName(nameOf: Int32Array, bearers: readonly number[], count: number) {
  const from = new Int32Array(count + 1)
  for (const name of nameOf) if (name >= 0) from[name + 1] = (from[name + 1] ?? 0) + 1
  for (let k = 0; k < count; k += 1) from[k + 1] = (from[k + 1] ?? 0) + (from[k] ?? 0)
  const people = new Int32Array(from[count] ?? 0)
  const next = from.slice()
  nameOf.forEach((name, k) => {
    if (name < 0) return
    people[next[name] ?? 0] = bearers[k] ?? 0
    next[name] = (next[name] ?? 0) + 1
  })
  return { from, people }
}

/** The people who bear a name, each once. */
export const bearersOf = (index: NameIndex, name: number): readonly number[] => [
  ...new Set(index.people.subarray(index.from[name] ?? 0, index.from[name + 1] ?? 0)),
]

/** Every registered name in the folded text, overlaps included, in order of start, then length. */
export function scanNames(index: NameIndex, text: string): NameHit[] {
  const hits: NameHit[] = []
  const { lengths, pairs } = index
  const last = text.length - 1
  for (let i = 0; i < last; i += 1) {
    const first = text.charCodeAt(i)
    const kinds = lengths[first]
    if (!kinds) continue
    const second = text.charCodeAt(i + 1)
    const pair = pairSlot(first, second)
    if (!((pairs[pair >>> 5] ?? 0) & (1 << (pair & 31)))) continue
    probeAll(index, text, { at: i, kinds, high: (first << 16) | second }, hits)
  }
  return hits
}

function probeAll(index: NameIndex, text: string, here: { at: number; kinds: number; high: number }, hits: NameHit[]) {
  const { at, kinds, high } = here
  const third = at + 2 < text.length ? text.charCodeAt(at + 2) << 16 : 0
  if (kinds & 4) keep(hits, at, 2, probe(index, high, 0))
  if (kinds & 8 && third) keep(hits, at, 3, probe(index, high, third))
  if (kinds & 16 && at + 3 < text.length) keep(hits, at, 4, probe(index, high, third | text.charCodeAt(at + 3)))
  if (kinds & (1 << LONGER)) probeLonger(index.longer, text, at, hits)
}

function keep(hits: NameHit[], at: number, length: number, name: number) {
  if (name >= 0) hits.push({ start: at, end: at + length, name })
}

function probe(index: NameIndex, high: number, low: number): number {
  for (let at = mix(high, low) & index.mask; ; at = (at + 1) & index.mask) {
    const held = index.slots[at] ?? 0
    if (held === 0) return -1
    if (index.high[at] === high && index.low[at] === low) return held - 1
  }
}

const LONGEST = 24
function probeLonger(longer: Map<string, number>, text: string, at: number, hits: NameHit[]) {
  for (let length = 5; length <= LONGEST && at + length <= text.length; length += 1) {
    const name = longer.get(text.slice(at, at + length))
    if (name !== undefined) hits.push({ start: at, end: at + length, name })
  }
}
