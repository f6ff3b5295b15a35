import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { words } from '../words.ts'
import { commonWords } from './common-words.ts'
import type { SecuritySettings } from './settings.ts'

type No = Refusal<keyof typeof words.refusal>

/** Every demonstration account has this password; it opens nothing once the demonstration is removed. */
export const demoPassword = 'lanjiang-2026'

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r5t6y', '1qaz2wsx3edc']
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))]

/** Takes keyboard runs and counting of three signs or more out of a text. */
function withoutRuns(text: string): string {
  for (let length = Math.min(text.length, 12); length >= 3; length--)
    for (let at = 0; at + length <= text.length; at++) {
      const part = text.slice(at, at + length)
      if (runs.some((run) => run.includes(part))) return withoutRuns(text.slice(0, at) + text.slice(at + length))
    }
  return text
}

/** What is left of a password when well-known words, keyboard runs and repeated signs are taken out. */
function own(password: string): string {
  const plain = password.toLowerCase()
  const bare = commonWords.reduce((rest, word) => rest.replaceAll(word, ''), plain.replaceAll('@', 'a'))
  return withoutRuns(bare)
}

/** A password that everybody tries first: little is left of it beside common words, keyboard runs and repetition. */
export const isCommon = (password: string): boolean => new Set(own(password)).size < 4

type Given = { password: string; account: string; name: string }
/** Null when this may be a password: long enough, letters and digits, not a common one, not the account's or person's name. */
export function whyNotPassword({ password, account, name }: Given, settings: Pick<SecuritySettings, 'passwordLeast'>): No | null {
  const strong = password.length >= settings.passwordLeast && /\p{L}/u.test(password) && /\d/.test(password)
  if (!strong) return refuse('weakPassword', { least: settings.passwordLeast })
  const plain = password.toLowerCase()
  if (plain.includes(account.toLowerCase()) || (name.length > 1 && plain.includes(name.toLowerCase())))
    return refuse('passwordNamesAccount')
  return isCommon(password) ? refuse('commonPassword') : null
}

const days = (from: string, to: string) => Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 86_400_000)
/** Whether a password set at this moment is over its days; 0 days = never. */
export const isOverdue = (setAt: string, now: string, { passwordDays }: Pick<SecuritySettings, 'passwordDays'>): boolean =>
  passwordDays > 0 && days(setAt, now) >= passwordDays
