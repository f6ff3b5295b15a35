import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { Finding } from '../model.ts'

/** What a finding says: what an auditor writes down. Everything else about it is kept by the house. */
export const Said = Finding.pick({
  title: true,
  problemClass: true,
  standard: true,
  facts: true,
  cause: true,
  consequence: true,
  unit: true,
  periodFrom: true,
  periodTo: true,
  actOn: true,
  money: true,
  basis: true,
})
export type Said = z.infer<typeof Said>

export const EditionDeed = z.enum(['recorded', 'edited', 'confirmed', 'reported', 'corrected'])
export type EditionDeed = z.infer<typeof EditionDeed>

/** What a finding said in one of its versions, and in the report it was printed in; a correction after the report names its reason and its paper. */
export const FindingEdition = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  version: z.number().int(),
  deed: EditionDeed,
  said: Said,
  reason: z.string().nullable(),
  paper: z.string().nullable(),
  account: z.string(),
  name: z.string(),
  madeOn: Day,
})
export type FindingEdition = z.infer<typeof FindingEdition>

export const PlaceKind = z.enum(['draft', 'auditReport', 'resultReport', 'decision', 'other'])
export type PlaceKind = z.infer<typeof PlaceKind>

/** Where a finding is printed in a paper of the library; offsets are UTF-16 in the paper's decoded text. */
export const FindingPlace = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  kind: PlaceKind,
  document: z.uuid(),
  paragraph: z.number().int().nullable(),
  startsAt: z.number().int().nullable(),
  endsAt: z.number().int().nullable(),
})
export type FindingPlace = z.infer<typeof FindingPlace>
