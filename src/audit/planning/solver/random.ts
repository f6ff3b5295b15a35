/** Repeatable chance (mulberry32): the same seed gives the same plan on every machine. */
export type Chance = {
  /** At least 0, less than 1. */
  unit(): number
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { unit, below: (count) => Math.floor(unit() * count) }
}

/** Puts the first `count` entries into a random order. */
export function shuffle(order: Int32Array, count: number, chance: Chance): void {
  for (let at = count - 1; at > 0; at--) {
    const other = chance.below(at + 1)
    const kept = order[at]
    order[at] = order[other]
    order[other] = kept
  }
}
