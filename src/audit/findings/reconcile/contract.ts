import { z } from 'zod'
import { ask } from '../../../kernel/contract.ts'
import { Fen } from '../../../kernel/money.ts'
import { MoneyKind, MoneyLine } from '../model.ts'
import { words } from './words.ts'

export const TextLine = z.object({
  startsAt: z.number().int(),
  endsAt: z.number().int(),
  text: z.string(),
  fen: Fen.nullable(),
  verdict: z.enum(['same', 'unrecorded', 'total', 'doubtful', 'outside']),
  finding: z.uuid().nullable(),
  kind: MoneyKind.nullable(),
  difference: Fen.nullable(),
})
export const RecordLine = z.object({ finding: z.uuid(), kind: MoneyKind, fen: Fen, verdict: z.enum(['printed', 'elsewhere', 'missing']) })
/** A report's amounts beside the records of the findings that are printed in it. */
export const reconcileReport = ask({
  name: 'findings.reconcile',
  title: words.title.show,
  reads: 'person',
  input: z.object({ document: z.uuid() }),
  output: z.object({
    document: z.object({ id: z.uuid(), title: z.string(), name: z.string() }),
    findings: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
    text: z.array(TextLine),
    records: z.array(RecordLine),
    totals: z.array(MoneyLine),
    agrees: z.boolean(),
  }),
})
export type ReconcileView = z.infer<typeof reconcileReport.output>
