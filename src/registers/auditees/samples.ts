import { day, Month } from '../../kernel/day.ts'
import type { Official, PastAudit, Tenure } from './model.ts'

export const anOfficial = (over: Partial<Official> = {}): Official => ({
  id: '00000000-0000-7000-8000-000000000201',
  number: 'G001',
  name: '周明远',
  sex: 'male',
  bornIn: Month.parse('1974-05'),
  formerNames: [],
  jurisdiction: '990100',
  version: 1,
  ...over,
})

/** Director of the transport bureau (the unit of places' sample) since 2022. */
export const aTenure = (over: Partial<Tenure> = {}): Tenure => ({
  id: '00000000-0000-7000-8000-000000000301',
  official: '00000000-0000-7000-8000-000000000201',
  unit: '00000000-0000-7000-8000-000000000101',
  post: '党组书记、局长',
  headship: 'head',
  startsOn: day('2022-07-01'),
  endsOn: null,
  precision: 'day',
  class: null,
  basis: null,
  jurisdiction: '990100',
  version: 1,
  ...over,
})

export const aPastAudit = (over: Partial<PastAudit> = {}): PastAudit => ({
  id: '00000000-0000-7000-8000-000000000401',
  official: '00000000-0000-7000-8000-000000000201',
  tenure: null,
  unit: '00000000-0000-7000-8000-000000000101',
  kind: 'inOffice',
  on: day('2023-06-30'),
  source: 'project:00000000-0000-7000-8000-000000000501',
  ...over,
})
