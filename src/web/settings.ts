import { useSyncExternalStore } from 'react'
import { z } from 'zod'

/** What one person likes on this machine; kept in the browser, one set per account. */
export const Settings = z.object({
  tongue: z.enum(['zh', 'en']).catch('zh'),
  look: z.enum(['auto', 'light', 'dark']).catch('auto'),
  density: z.enum(['compact', 'middle', 'roomy']).catch('middle'),
  menu: z.enum(['open', 'closed']).catch('open'),
})
export type Settings = z.infer<typeof Settings>

const SavedView = z.object({ name: z.string(), query: z.string() })
export type SavedView = z.infer<typeof SavedView>
const SavedViews = z.array(SavedView).catch([])

const listeners = new Set<() => void>()
let account = ''
const keyOf = (part: string) => `guantong:${account}:${part}`

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}
function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // a browser without storage keeps the choice until the page is closed
  }
}

let current = Settings.parse(stored(keyOf('settings')))
const tell = () => {
  for (const listener of listeners) listener()
}
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const settingsNow = (): Settings => current
export const useSettings = (): Settings => useSyncExternalStore(listen, settingsNow)

/** Changes some settings and remembers them for this account, and for whoever signs in next on this machine. */
export function choose(change: Partial<Settings>): void {
  current = { ...current, ...change }
  store(keyOf('settings'), current)
  store('guantong::settings', current)
  tell()
}

/** Takes over the settings of the person who signed in; a newcomer keeps what the machine showed. */
export function settingsOf(person: string): void {
  if (account === person) return
  account = person
  current = Settings.parse({ ...current, ...Object(stored(keyOf('settings'))) })
  tell()
}

export const savedViews = (list: string): readonly SavedView[] => SavedViews.parse(stored(keyOf(`views:${list}`)))
export const saveViews = (list: string, views: readonly SavedView[]): void => store(keyOf(`views:${list}`), views)
