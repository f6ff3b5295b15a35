import type { Slot } from '../instance/model.ts'
import { onTheWay } from '../model.ts'
import { frozenBy } from './duties.ts'
import { isBegun, type Library, type LibraryPost } from './library.ts'
import { newlyForbidden } from './released.ts'

/** What holds a post in a slot: a person's pin, or the place an item has reached in its procedure. */
export type Held = Slot & { readonly record: string }

/**
 * Everything that holds a post, one slot a year: items from the consultation on stay where they are as long as nothing new forbids it,
 * before them in that year no pin counts; the rest are people's pins that can still be kept. All of them reach the solver.
 */
export function heldOf(post: LibraryPost, library: Library): Held[] {
  const { pins, items, plan, replan } = library
  const last = plan.year + plan.years - 1
  const frozen = frozenBy(library)
  const { released, overtaken, touched } = newlyForbidden(library)
  const past = (item: { year: number; window: number }) => frozen !== null && item.year === frozen.year && item.window <= frozen.window
  const underWay = items.filter(
    (item) =>
      item.tenure === post.tenure.id &&
      item.change === 'add' &&
      !released.has(item.id) &&
      (onTheWay.includes(item.stage) ||
        (item.stage === 'issued' && !past(item) && (!replan || (isBegun(library, item) && !touched.has(item.id))))),
  )
  const there = underWay.map(({ id, year, window, team }) => ({ year, window, team, record: `planItem:${id}` }))
  const own = pins.flatMap(({ id, kind, tenure, year, window, team }) =>
    kind === 'pin' && !overtaken.has(id) && tenure === post.tenure.id && window !== null && team !== null
      ? [{ year, window, team, record: `planPin:${id}` }]
      : [],
  )
  return [...there, ...own.filter(({ year }) => !there.some((item) => item.year === year))]
    .filter(({ year }) => year >= plan.year && year <= last)
    .toSorted((one, other) => one.year - other.year)
}
