import type { AnyIntake, Intake } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import { newId } from '../../platform/id.ts'
import type { Finding } from '../findings/model.ts'
import { findingsNumbered } from '../findings/store.ts'
import { headerOf } from '../projects/audits.sheet.ts'
import type { Rectification } from './model.ts'
import { type RectificationRow, rectificationSheet } from './rectification.sheet.ts'
import { stateOf, whyNotTold } from './rules.ts'

const itemOf = (row: RectificationRow, finding: Finding): Rectification => ({
  id: newId(),
  finding: finding.id,
  pace: row.pace,
  dueOn: row.dueOn,
  measure: row.measure,
  state: stateOf(row),
  claimed: row.claimed,
  claimedOn: row.claimedOn,
  claimedBy: null,
  recognised: row.recognised,
  recognisedOn: row.recognisedOn,
  recognisedBy: null,
  closedOn: row.closedOn,
  closedBy: null,
  jurisdiction: finding.jurisdiction,
  version: 1,
})

const rectification: Intake<RectificationRow> = {
  sheet: rectificationSheet,
  settle: async (tx, given, book) => {
    const findings = await findingsNumbered(
      tx,
      given.map((each) => each.value.finding),
    )
    const header = headerOf(rectificationSheet, 'finding')
    const rows = given.flatMap((each: Given<RectificationRow>) => {
      const finding = findings.get(each.value.finding)
      const no = whyNotTold(each.value)
      if (no) book.reject(each, no)
      else if (!finding) book.reject(each, { header, code: 'rectificationFindingUnknown', facts: { given: each.value.finding } })
      return finding && !no ? [{ given: each, record: itemOf(each.value, finding) }] : []
    })
    await book.keep(tx, 'rectification', rows, { key: ['finding'], leave: ['claimedBy', 'recognisedBy', 'closedBy'] })
  },
}
export const rectificationIntakes: readonly AnyIntake[] = [rectification]
