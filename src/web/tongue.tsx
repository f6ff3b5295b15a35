import { type ReactNode, useEffect } from 'react'
import type { Facts } from '../kernel/refusal.ts'
import { type Phrase, say, type Tongue } from '../kernel/say.ts'
import { useSettings } from './settings.ts'

/** The tongue this person reads: 'zh' or 'en'. */
export const useTongue = (): Tongue => useSettings().tongue

/** `t(phrase, facts)` in this person's tongue. */
export function useSay(): (phrase: Phrase, facts?: Facts) => string {
  const tongue = useTongue()
  return (phrase, facts) => say(phrase, tongue, facts)
}

/** Values of a list as choices, each by its name in this person's tongue. */
export function useChoices() {
  const t = useSay()
  return <V extends string>(values: readonly V[], says: Readonly<Record<V, Phrase>>) =>
    values.map((value) => ({ value, label: t(says[value]) }))
}

/** Keeps `<html lang>` true to what is shown. */
export function TongueOnPage({ children }: { children: ReactNode }) {
  const tongue = useTongue()
  useEffect(() => {
    document.documentElement.lang = tongue === 'zh' ? 'zh-CN' : 'en'
  }, [tongue])
  return children
}
