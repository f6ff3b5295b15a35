import { wanYuan } from '../../kernel/money.ts'
import { say } from '../../kernel/say.ts'
import { words } from './words.ts'

type Line = { kind: keyof typeof words.money; fen: Parameters<typeof wanYuan>[0] }
type Tolerated = { wording: string | null; outcome: keyof typeof words.tolerance }

/** Each kind of money by its name; kinds are never added. */
export const moneyText = (lines: readonly Line[]): string =>
  lines
    .map(({ kind, fen }) => say({ zh: words.amount, en: words.amount }, 'zh', { kind: words.money[kind].zh, amount: wanYuan(fen) }))
    .join(words.and)

/** The sentence of the money of one finding; nothing where there is none. */
export const moneySays = (lines: readonly Line[]): string =>
  lines.length === 0 ? '' : say({ zh: words.involved, en: words.involved }, 'zh', { list: moneyText(lines) })

const inFull = (text: string) => (text === '' || words.ends.test(text) ? text : `${text}。`)
/** The sentence that stands with a problem once tolerance was decided: as agreed, else what was decided. */
export const toleranceSays = ({ wording, outcome }: Tolerated): string =>
  inFull(wording ?? say(words.tolerated, 'zh', { outcome: words.tolerance[outcome].zh }))

export type Reported = {
  title: string
  facts: string
  money: readonly Line[]
  basis: readonly string[]
  responsible: readonly { name: string; grade: keyof typeof words.grade }[]
  /** What was decided under the three distinctions. */
  tolerances?: readonly Tolerated[]
}
const bears = ({ name, grade }: Reported['responsible'][number]) =>
  say({ zh: words.bears, en: words.bears }, 'zh', { name, grade: words.grade[grade].zh })

/** One finding as the reports of a case are filled with it: what is printed is what the records say. */
export const reportRow = ({ title, facts, money, basis, responsible, tolerances = [] }: Reported): Record<string, string> => ({
  ...{ title, facts, money: moneyText(money), basis: basis.join('；') },
  responsibility: responsible.map(bears).join('；'),
  tolerance: tolerances.map(toleranceSays).join(''),
})
