export type Box = { x: number; y: number; width: number; height: number }
export type Weighed = { key: string; weight: number }
export type Tile = Box & { key: string; weight: number }

/** The worst ratio of sides in a row of areas laid along a side of this length. */
const worst = (areas: readonly number[], side: number): number => {
  const sum = areas.reduce((total, area) => total + area, 0)
  const most = Math.max(...areas)
  const least = Math.min(...areas)
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least))
}

type Sized = { key: string; weight: number; area: number }
/** One row along the shorter side, and the box that is left. */
function laid(row: readonly Sized[], box: Box): { tiles: Tile[]; rest: Box } {
  const sum = row.reduce((total, { area }) => total + area, 0)
  const upright = box.width >= box.height
  const depth = sum / (upright ? box.height : box.width)
  let along = upright ? box.y : box.x
  const tiles = row.map(({ key, weight, area }) => {
    const length = area / depth
    const tile = upright ? { x: box.x, y: along, width: depth, height: length } : { x: along, y: box.y, width: length, height: depth }
    along += length
    return { key, weight, ...tile }
  })
  const rest = upright
    ? { x: box.x + depth, y: box.y, width: box.width - depth, height: box.height }
    : { x: box.x, y: box.y + depth, width: box.width, height: box.height - depth }
  return { tiles, rest }
}

/**
 * Tiles that fill a box, each with the area of its weight and sides as near to equal as the order allows (squarified, by
 * Bruls, Huizing and van Wijk, 2000). Weights of nothing get no tile.
 */
export function treemap(given: readonly Weighed[], box: Box): Tile[] {
  const total = given.reduce((sum, { weight }) => sum + weight, 0)
  const scale = total === 0 ? 0 : (box.width * box.height) / total
  const waiting = given
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map((each) => ({ ...each, area: each.weight * scale }))
  const tiles: Tile[] = []
  let rest = box
  let row: Sized[] = []
  for (const next of waiting) {
    const side = Math.min(rest.width, rest.height)
    const areas = row.map(({ area }) => area)
    if (row.length > 0 && worst([...areas, next.area], side) > worst(areas, side)) {
      const done = laid(row, rest)
      tiles.push(...done.tiles)
      rest = done.rest
      row = []
    }
    row.push(next)
  }
  return row.length === 0 ? tiles : [...tiles, ...laid(row, rest).tiles]
}
