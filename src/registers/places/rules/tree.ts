import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Unit } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Node = Pick<Unit, 'id' | 'name' | 'superior'>

/** The unit and all its superiors, highest first. Stops where the chain leaves the given units. */
export function pathOf<U extends Node>(unit: U, byId: ReadonlyMap<string, U>): U[] {
  const path = [unit]
  const met = new Set([unit.id])
  for (let above = up(unit, byId); above && !met.has(above.id); above = up(above, byId)) {
    met.add(above.id)
    path.unshift(above)
  }
  return path
}
const up = <U extends Node>(unit: U, byId: ReadonlyMap<string, U>) => (unit.superior ? byId.get(unit.superior) : undefined)

/** Null when `superior` may stand above the unit: not itself and nowhere below it. */
export function whyNotSuperior(unit: { id: string }, superior: Node, byId: ReadonlyMap<string, Node>): No | null {
  if (superior.id === unit.id) return refuse('superiorIsSelf')
  if (pathOf(superior, byId).some(({ id }) => id === unit.id)) return refuse('superiorCycle', { name: superior.name })
  return null
}

function listed(map: Map<string, string[]>, key: string): string[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}
function childrenOf(units: readonly Pick<Unit, 'id' | 'superior'>[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>()
  for (const { id, superior } of units) if (superior) listed(children, superior).push(id)
  return children
}

/** The unit itself and everything below it. */
export function below(root: string, units: readonly Pick<Unit, 'id' | 'superior'>[]): Set<string> {
  const children = childrenOf(units)
  const inside = new Set([root])
  for (const id of inside) for (const child of children.get(id) ?? []) inside.add(child)
  return inside
}
