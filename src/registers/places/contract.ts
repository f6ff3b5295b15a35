import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf, Several } from '../../kernel/paging.ts'
import { Jurisdiction, JurisdictionCode, JurisdictionLevel, JurisdictionStandard, Unit, UnitCategory, UnitLevel } from './model.ts'
import { words } from './words.ts'

export const UnitNode = Unit.pick({ id: true, number: true, name: true, category: true, superior: true, jurisdiction: true })
export type UnitNode = z.infer<typeof UnitNode>

export const tree = ask({
  name: 'places.tree',
  title: words.contract.tree,
  input: z.object({}),
  output: z.object({ nodes: z.array(UnitNode) }),
})

export const UnitLine = Unit.extend({ superiorName: z.string().nullable(), jurisdictionName: z.string().nullable() })
export type UnitLine = z.infer<typeof UnitLine>

/** Several of something in a query: given once, repeated, or with commas. */
export const severalOf = <T extends z.ZodType>(one: T) => z.preprocess((given) => Several.parse(given), z.array(one))
export const UnitSort = z.enum(['number', '-number', 'name', '-name', 'level', '-level', 'category', '-category'])
export type UnitSort = z.infer<typeof UnitSort>

export const UnitFilters = z.object({
  keyword: z.string().trim().max(100).optional(),
  /** This unit and everything below it. */
  under: z.uuid().optional(),
  category: severalOf(UnitCategory),
  level: severalOf(UnitLevel),
  /** This place and everything inside it. */
  jurisdiction: JurisdictionCode.optional(),
  sort: UnitSort.default('number'),
})
export type UnitFilters = z.output<typeof UnitFilters>

export const units = ask({
  name: 'places.units',
  title: words.contract.units,
  input: UnitFilters.extend(Paging.shape),
  output: pageOf(UnitLine),
})

const Named = Unit.pick({ id: true, number: true, name: true })

export const unit = ask({
  name: 'places.unit',
  title: words.contract.unit,
  input: z.object({ id: z.uuid(), on: Day.optional() }),
  output: z.object({
    unit: Unit,
    /** The unit and its superiors, highest first. */
    path: z.array(Named),
    /** The units directly below. */
    below: z.array(Named),
    places: z.array(Jurisdiction),
    on: Day,
    nameOn: z.string(),
    may: z.object({ saveUnit: May }),
  }),
})

export const saveUnit = act({
  name: 'places.saveUnit',
  title: words.contract.saveUnit,
  /** `id` null registers a new unit; `version` is the one that was read (0 for a new unit). */
  input: Unit.omit({ id: true }).extend({ id: z.uuid().nullable() }),
  output: Unit,
})

export const jurisdictions = ask({
  name: 'places.jurisdictions',
  title: words.contract.jurisdictions,
  input: Paging.extend({
    keyword: z.string().trim().max(60).optional(),
    /** Directly above: the children of this place. */
    superior: JurisdictionCode.optional(),
    level: severalOf(JurisdictionLevel),
    standard: severalOf(JurisdictionStandard),
    codes: severalOf(JurisdictionCode),
  }),
  output: pageOf(Jurisdiction),
})

export const saveJurisdiction = act({
  name: 'places.saveJurisdiction',
  title: words.contract.saveJurisdiction,
  input: Jurisdiction.pick({ code: true, name: true, startsOn: true, endsOn: true, version: true }),
  output: Jurisdiction,
})

export const exportUnits = ask({
  name: 'places.export',
  title: words.contract.export,
  gives: 'file',
  input: UnitFilters,
  output: GivenFile,
})
