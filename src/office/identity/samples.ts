import { day } from '../../kernel/day.ts'
import type { SeatWanted } from './model.ts'

/** The seat of an auditor of the fictional city, from the year's first day, open-ended. */
export const aSeat: SeatWanted = { role: 'auditor', jurisdiction: '990100', unitId: null, fromOn: day('2026-01-01'), untilOn: null }
