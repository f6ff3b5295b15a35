import type { Instance, Plan } from '../instance/model.ts'

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : Number(one.id > other.id))

/** The same place with subjects and teams by their ids: the plan and its bound do not depend on the order in which they were given. */
export const canonical = (instance: Instance): Instance => ({
  ...instance,
  subjects: instance.subjects.toSorted(byId),
  teams: instance.teams.toSorted(byId),
})

/** A plan of the canonical place told in the order in which its subjects were given. */
export function asGiven({ subjects }: Instance, plan: Plan): Plan {
  const places = new Map(subjects.map(({ id }, at) => [id, at]))
  const place = (id: string) => places.get(id) ?? 0
  const ids = (some: readonly string[]) => some.toSorted((one, other) => place(one) - place(other))
  const { mandatory, deadline, pins } = plan.missed
  return {
    ...plan,
    items: plan.items.toSorted((one, other) => place(one.subject) - place(other.subject) || one.year - other.year),
    missed: { mandatory: ids(mandatory), deadline: ids(deadline), pins: ids(pins) },
    reasons: Object.fromEntries(subjects.map(({ id }) => [id, plan.reasons[id] ?? []])),
  }
}
