import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { type Fen, fenFrom } from '../../kernel/money.ts'

/** An empty field of a form stands for "not given". */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => (given === '' || given === undefined ? null : given), schema.nullable())

/** A text that must be given, and one that may be left out; at most so many characters. */
export const text = (most = 200) => z.string().trim().min(1).max(most)
export const maybeText = (most = 200) => orNull(z.string().trim().max(most))
export const maybeDay = orNull(Day)
export const maybeId = orNull(z.uuid())
export const maybeOf = <T extends z.ZodType>(schema: T) => orNull(schema)
export const maybeCount = (most = 100_000) => orNull(z.coerce.number().int().min(0).max(most))
/** An amount written in 万元, kept in whole fen. */
export const maybeMoney = orNull(
  z.string().transform((given, context): Fen => {
    const amount = fenFrom(given, 'wanYuan')
    if (amount === null || amount < 0) context.addIssue({ code: 'custom', message: '0.00' })
    return amount ?? Fen0
  }),
)
const Fen0: Fen = fenFrom('0') ?? z.never().parse(0)
/** A check box of a form or a yes/no of a machine. */
export const yes = z.preprocess((given) => given === true || given === 'true' || given === 'on' || given === '1', z.boolean())

/** Which record is saved: a new one of a project without `id`, otherwise that one as it stood at `version`. */
export const target = { project: z.uuid(), id: z.uuid().optional(), version: z.coerce.number().int().optional() }
/** One record already there, as it stood at `version`. */
export const kept = { id: z.uuid(), version: z.coerce.number().int() }
/** A list of one project; `row` names the line whose page is shown. */
export const ofPages = { project: z.uuid(), row: z.uuid().optional() }
/** What a save answers. */
export const Saved = z.object({ id: z.uuid(), version: z.number().int() })
export type Saved = z.infer<typeof Saved>
