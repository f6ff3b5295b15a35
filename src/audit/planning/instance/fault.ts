import type { Refusal } from '../../../kernel/refusal.ts'
import type { words } from '../planner.words.ts'

/** Why an instance or a request of the planner cannot be used; its sentence stands in `words.refusal`. */
export type Fault = Refusal<keyof typeof words.refusal>
