import type { Facts } from './refusal.ts'

export type Tongue = 'zh' | 'en'
export type Phrase = Readonly<Record<Tongue, string>>

/** The phrase in one tongue, its {placeholders} filled from facts; an unknown placeholder becomes empty. */
export const say = (phrase: Phrase, tongue: Tongue, facts: Facts = {}): string =>
  phrase[tongue].replace(/\{(\w+)\}/g, (_, key: string) => String(facts[key] ?? ''))
