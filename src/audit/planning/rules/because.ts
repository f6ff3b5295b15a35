import type { Facts } from '../../../kernel/refusal.ts'

/** Why something is so: a code of this room's words with its numbers, and the record that says it. */
export type Because = { code: string; facts: Facts; record: string | null }

export const because = (code: string, facts: Facts = {}, record: string | null = null): Because => ({ code, facts, record })
