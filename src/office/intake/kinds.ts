import { extname } from 'node:path'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Phrase } from '../../kernel/say.ts'
import { tableExtensions } from '../../platform/tablefile.ts'
import type { AnyIntake, FileIntake, Intake } from './book.ts'
import type { Sheet } from './model.ts'

/** What the house hands to this room: every room's intakes, and every refusal's sentence. */
export type House = { intakes: readonly AnyIntake[]; phrases: Readonly<Record<string, Phrase>> }
export type Kind = { what: string; title: Phrase; accepts: readonly string[]; sheet: Sheet | null }

const isSheet = (intake: AnyIntake): intake is Intake => 'sheet' in intake
const whatOf = (intake: AnyIntake) => (isSheet(intake) ? intake.sheet.what : intake.what)
const extensionsOf = (intake: AnyIntake) => (isSheet(intake) ? tableExtensions : intake.accepts)
const extensionOf = (name: string) => extname(name).toLowerCase()

/** All intakes of one kind: at most one workbook, and files taken whole. */
export const intakesOf = ({ intakes }: House, what: string): readonly AnyIntake[] => intakes.filter((intake) => whatOf(intake) === what)

function kindOf(house: House, what: string): Kind {
  const ours = intakesOf(house, what)
  const sheet = ours.find(isSheet)?.sheet ?? null
  const titled = ours.find((intake): intake is FileIntake => !isSheet(intake) && intake.title !== undefined)
  const accepts = [...new Set(ours.flatMap(extensionsOf))]
  return { what, title: sheet?.title ?? titled?.title ?? { zh: what, en: what }, accepts, sheet }
}
export const kinds = (house: House): readonly Kind[] => [...new Set(house.intakes.map(whatOf))].map((what) => kindOf(house, what))

export function whyNotKind(house: House, what: string): Refusal | null {
  const known = kinds(house).map((kind) => kind.what)
  return known.includes(what) ? null : refuse('kindUnknown', { what, known: known.join(' ') })
}

/** The intake that takes a file of this name; a workbook where both would. */
export function intakeFor(house: House, what: string, name: string): AnyIntake | Refusal {
  const extension = extensionOf(name)
  const ours = intakesOf(house, what)
  const fitting = ours.filter((intake) => extensionsOf(intake).includes(extension))
  const chosen = fitting.find(isSheet) ?? fitting[0]
  return chosen ?? refuse('kindNotTaken', { what, extension, accepts: kindOf(house, what).accepts.join(' ') })
}
export const takesName = (house: House, what: string, name: string): boolean => !('code' in intakeFor(house, what, name))
export { isSheet }
