import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { BasisUse, FindingBasis } from './model.ts'
import { words } from './words.ts'

const Warning = z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
/** A citation with what must be known of it; `now` is where the article is read in the text of today. */
export const BasisView = FindingBasis.extend({
  title: z.string(),
  version: z.string(),
  warnings: z.array(Warning),
  now: z.object({ version: z.uuid(), article: z.number().int() }).nullable(),
})
export type BasisView = z.infer<typeof BasisView>
/** A citation as it was written, and the provision it would be pinned to. */
export const LooseBasis = z.object({
  text: z.string(),
  would: z
    .object({
      regulation: z.uuid(),
      article: z.number().int(),
      suffix: z.number().int(),
      paragraph: z.number().int().nullable(),
      item: z.number().int().nullable(),
    })
    .nullable(),
  quote: z.string().nullable(),
  warnings: z.array(Warning),
})
export type LooseBasis = z.infer<typeof LooseBasis>

export const findingBasis = ask({
  name: 'findings.basis',
  title: words.title.show,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: z.object({ pinned: z.array(BasisView), loose: z.array(LooseBasis) }),
})
/** Pins an article to the text in force on the day of the act and quotes it; `replaces` is the written citation it stands for. */
export const pinBasis = act({
  name: 'findings.pinBasis',
  title: words.action.pin,
  input: z.object({
    finding: z.uuid(),
    version: z.number().int(),
    use: BasisUse,
    regulation: z.uuid(),
    article: z.number().int().min(1),
    suffix: z.number().int().min(0).default(0),
    paragraph: z.number().int().min(1).nullable().default(null),
    item: z.number().int().min(1).nullable().default(null),
    replaces: z.string().max(300).nullish(),
  }),
  output: FindingBasis,
})
export const unpinBasis = act({
  name: 'findings.unpinBasis',
  title: words.action.unpin,
  input: z.object({ id: z.uuid(), version: z.number().int() }),
  output: z.object({}),
})
