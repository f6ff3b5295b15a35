import { day } from '../../kernel/day.ts'
import type { Rectification } from './model.ts'

/** One item of the fictional city's ledger: open, due at the year's end. */
export const anItem = (over: Partial<Rectification> = {}): Rectification => ({
  id: '00000000-0000-7000-8000-000000000701',
  finding: '00000000-0000-7000-8000-000000000601',
  pace: 'immediate',
  dueOn: day('2025-12-15'),
  measure: '修订采购管理办法',
  state: 'open',
  claimed: null,
  claimedOn: null,
  claimedBy: null,
  recognised: null,
  recognisedOn: null,
  recognisedBy: null,
  closedOn: null,
  closedBy: null,
  jurisdiction: '990100',
  version: 1,
  ...over,
})

export const townRectification = `${[
  '问题编号,整改类型,整改期限,整改措施,申报状态,申报日期,认定状态,认定日期,销号日期',
  'F-25-031,立行立改,2025-12-15,修订采购管理办法,,,,,',
  'F-25-032,分阶段整改,2026-06-30,退还超配车辆,已完成整改,2025-11-01,已整改,2025-11-10,2025-11-20',
].join('\n')}\n`
