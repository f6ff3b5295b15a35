import { type Refusal, refuse } from './refusal.ts'
import type { Phrase } from './say.ts'

/**
 * One step of a process, as a row of data: from where to where, who acts, who must be consulted, which document it
 * makes, which statutory clock it starts (a rule id of the regulations room) and which guards must let it pass.
 */
export type Step<State extends string, Role extends string, Guard extends string> = {
  title: Phrase
  from: readonly State[]
  to: State
  acts: readonly Role[]
  consult: readonly Phrase[]
  document: Phrase | null
  clock: string | null
  guards: readonly Guard[]
}

/** A whole process: the server enforces it, the to-do list is derived from it, the page draws its map from it. */
export type Procedure<State extends string, Name extends string, Role extends string, Guard extends string> = {
  start: State
  ends: readonly State[]
  states: Readonly<Record<State, Phrase>>
  steps: Readonly<Record<Name, Step<State, Role, Guard>>>
}

/** A guard's answer for the record at hand: why not, or null. */
export type Guards<Guard extends string> = Readonly<Record<Guard, () => Refusal | null>>

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(table).filter((key): key is Key => key in table)

/** The steps that lead on from a state, in the order of the table; with a role, only those this role may take. */
export const nextSteps = <State extends string, Name extends string, Role extends string, Guard extends string>(
  procedure: Procedure<State, Name, Role, Guard>,
  at: { state: State; role?: Role },
): Name[] =>
  keysOf(procedure.steps).filter((name) => {
    const step = procedure.steps[name]
    return step.from.includes(at.state) && (at.role === undefined || step.acts.includes(at.role))
  })

/**
 * Why a step may not be taken now; null when it may. First the state, then the role, then each guard in its order.
 * Refuses with stepNotFromHere, stepNotYours, or the first guard's own refusal.
 */
export function whyNotStep<State extends string, Name extends string, Role extends string, Guard extends string>(
  procedure: Procedure<State, Name, Role, Guard>,
  asked: { step: Name; state: State; role: string },
  guards: Guards<Guard>,
): Refusal | null {
  const step = procedure.steps[asked.step]
  if (!step.from.includes(asked.state)) return refuse('stepNotFromHere', { state: asked.state, step: asked.step })
  if (!step.acts.some((role) => role === asked.role)) return refuse('stepNotYours', { step: asked.step, role: asked.role })
  for (const guard of step.guards) {
    const no = guards[guard]()
    if (no) return no
  }
  return null
}

/** States that no path of steps reaches from the start; a sound procedure has none. */
export function unreachable<State extends string, Name extends string, Role extends string, Guard extends string>(
  procedure: Procedure<State, Name, Role, Guard>,
): State[] {
  const reached = new Set<State>([procedure.start])
  for (const state of reached) for (const name of nextSteps(procedure, { state })) reached.add(procedure.steps[name].to)
  return keysOf(procedure.states).filter((state) => !reached.has(state))
}

/** States that are no end and yet lead nowhere else; a sound procedure has none. */
export const stuck = <State extends string, Name extends string, Role extends string, Guard extends string>(
  procedure: Procedure<State, Name, Role, Guard>,
): State[] =>
  keysOf(procedure.states).filter((state) => {
    const leads = nextSteps(procedure, { state }).some((name) => procedure.steps[name].to !== state)
    return !leads && !procedure.ends.includes(state)
  })
