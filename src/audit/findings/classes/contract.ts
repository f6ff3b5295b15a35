import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { ProblemClass } from '../model.ts'
import { ClassRemap } from './model.ts'
import { words } from './words.ts'

export const listRemaps = ask({ name: 'findings.remaps', title: words.title.listRemaps, input: z.object({}), output: z.array(ClassRemap) })
/** A class of one's own place, under one of the common classes of level 1. */
export const saveClass = act({
  name: 'findings.saveClass',
  title: words.action.save,
  input: z.object({
    id: z.uuid().nullish(),
    version: z.number().int().default(0),
    code: z
      .string()
      .trim()
      .regex(/^[A-Z]\d{2}-\d{2}$/),
    parent: z
      .string()
      .trim()
      .regex(/^[A-Z]\d{2}$/),
    zh: z.string().trim().min(2).max(60),
    en: z.string().trim().min(2).max(120),
    validFrom: Day,
    validUntil: Day.nullable(),
  }),
  output: ProblemClass,
})
/** From a day on an old class is told as one new class, or as several with their shares. */
export const saveRemap = act({
  name: 'findings.saveRemap',
  title: words.action.remap,
  input: z.object({
    oldCode: z.string().trim().min(3).max(20),
    startsOn: Day,
    reason: z.string().trim().min(4).max(300),
    to: z
      .array(z.object({ newCode: z.string().trim().min(3).max(20), share: z.number().int().min(1).max(1000) }))
      .min(1)
      .max(20),
  }),
  output: z.array(ClassRemap),
})
