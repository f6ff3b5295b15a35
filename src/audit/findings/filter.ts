import { z } from 'zod'
import { Paging, Several, severalOf, Years, YesNo } from '../../kernel/paging.ts'
import { JurisdictionCode, UnitCategory } from '../../registers/places/model.ts'
import { Counted, Established, Grade, MoneyKind } from './model.ts'

/** What a list of findings, its figures and its workbook are asked with: the same conditions, so that the same rows fit. */
export const FindingFilter = Paging.extend({
  q: z.string().max(100).optional(),
  class: Several,
  /** Recorded under exactly one of these: what a class that was told anew is made of. */
  classIs: Several,
  grade: severalOf(Grade),
  year: Years,
  unit: z.uuid().optional(),
  /** The unit audited; a finding may stand at a unit below it. */
  audited: z.uuid().optional(),
  /** Only cases of this place and of the places inside it. */
  place: JurisdictionCode.optional(),
  /** The class of the unit audited, which a finding at a unit below it shares. */
  unitType: severalOf(UnitCategory),
  counted: severalOf(Counted),
  project: z.uuid().optional(),
  official: z.uuid().optional(),
  moneyKind: MoneyKind.optional(),
  /** In 万元 (10,000 yuan), of the kind chosen, or of any one kind by itself. */
  moneyFrom: z.coerce.number().min(0).max(1e9).optional(),
  established: Established.optional(),
  /** Only those judged to be repeats. */
  repeat: YesNo.optional(),
  sort: z.string().max(40).optional(),
})
export type FindingFilter = z.infer<typeof FindingFilter>
