import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

/** 6 digits (province, city, county: GB/T 2260), 9 (township) or 12. */
export const JurisdictionCode = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/)

export const JurisdictionLevel = z.enum(['province', 'city', 'county', 'township'])
export type JurisdictionLevel = z.infer<typeof JurisdictionLevel>

/** national: GB/T 2260; statistical: development zones of the yearly statistics list; local: added by this office. */
export const JurisdictionStandard = z.enum(['national', 'statistical', 'local'])
export type JurisdictionStandard = z.infer<typeof JurisdictionStandard>

export const Jurisdiction = z.object({
  code: JurisdictionCode,
  name: z.string().min(1).max(60),
  level: JurisdictionLevel,
  superior: JurisdictionCode.nullable(),
  standard: JurisdictionStandard,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  version: z.number().int(),
})
export type Jurisdiction = z.infer<typeof Jurisdiction>

export const UnitCategory = z.enum([
  'party',
  'government',
  'congress',
  'consultative',
  'supervision',
  'court',
  'procuratorate',
  'department',
  'institution',
  'association',
  'stateFirm',
  'other',
])
export type UnitCategory = z.infer<typeof UnitCategory>

/** Administrative rank of the unit, highest first. */
export const UnitLevel = z.enum(['provincial', 'bureau', 'county', 'township', 'section', 'unranked'])
export type UnitLevel = z.infer<typeof UnitLevel>

export const Grade = z.enum(['head', 'deputy'])
export type Grade = z.infer<typeof Grade>

/** A name the unit bore; an open side means "not recorded". */
export const FormerName = z.object({ name: z.string().min(1).max(120), from: Day.nullable(), until: Day.nullable() })
export type FormerName = z.infer<typeof FormerName>

export const Unit = z.object({
  id: z.uuid(),
  number: z.string().min(1).max(40),
  name: z.string().min(1).max(120),
  shortNames: z.array(z.string().min(1).max(60)).max(20),
  formerNames: z.array(FormerName).max(20),
  category: UnitCategory,
  level: UnitLevel,
  grade: Grade.nullable(),
  superior: z.uuid().nullable(),
  jurisdiction: JurisdictionCode,
  creditCode: z.string().nullable(),
  version: z.number().int(),
})
export type Unit = z.infer<typeof Unit>
