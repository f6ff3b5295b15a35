/** How many characters must be put in, left out or changed to make one text of another. */
export function distance(one: string, other: string): number {
  const from = [...one]
  const to = [...other]
  let row = to.map((_, at) => at + 1)
  from.forEach((letter, index) => {
    let before = index
    let left = index + 1
    row = row.map((above, at) => {
      const cost = letter === to[at] ? before : 1 + Math.min(before, left, above)
      before = above
      left = cost
      return cost
    })
  })
  return from.length === 0 ? to.length : (row.at(-1) ?? from.length)
}

/** The name most like the one given; of equals the first. */
export const nearest = (given: string, names: readonly string[]): string =>
  names.reduce((kept, each) => (distance(given, each) < distance(given, kept) ? each : kept), names[0] ?? '')
