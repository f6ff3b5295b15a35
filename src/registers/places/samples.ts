import type { Jurisdiction, Unit } from './model.ts'

export const aJurisdiction = (over: Partial<Jurisdiction> = {}): Jurisdiction => ({
  code: '990100',
  name: '澜江市',
  level: 'city',
  superior: null,
  standard: 'local',
  startsOn: null,
  endsOn: null,
  version: 1,
  ...over,
})

export const aUnit = (over: Partial<Unit> = {}): Unit => ({
  id: '00000000-0000-7000-8000-000000000101',
  number: 'U001',
  name: '澜江市交通运输局',
  shortNames: ['市交通局'],
  formerNames: [],
  category: 'department',
  level: 'county',
  grade: 'head',
  superior: null,
  jurisdiction: '990100',
  creditCode: null,
  version: 1,
  ...over,
})
