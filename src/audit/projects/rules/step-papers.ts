import type { FieldValues } from '../../../office/documents/model.ts'
import { catalogueOf, shortfall, withoutBlanks } from '../../../office/documents/rules/fields.ts'
import type { AnyDocument } from '../../../office/documents/rules/type.ts'
import { common } from '../../papers/common.doc.ts'
import { implementationPlan } from '../../papers/fieldwork/implementation-plan.doc.ts'
import { adoptionStatement } from '../../papers/report/adoption-statement.doc.ts'
import { auditReport } from '../../papers/report/audit-report.doc.ts'
import { commentRequest } from '../../papers/report/comment-request.doc.ts'
import { draftReport } from '../../papers/report/draft-report.doc.ts'
import { feedbackRecord } from '../../papers/report/feedback-record.doc.ts'
import { resultReport } from '../../papers/report/result-report.doc.ts'
import { teamReport } from '../../papers/report/team-report.doc.ts'
import { adjudicationOpinion } from '../../papers/review/adjudication-opinion.doc.ts'
import { businessMinutes } from '../../papers/review/business-minutes.doc.ts'
import { reviewOpinion } from '../../papers/review/review-opinion.doc.ts'
import { auditNotice } from '../../papers/start/audit-notice.doc.ts'
import { entryRecord } from '../../papers/start/entry-record.doc.ts'
import { teamList } from '../../papers/start/team-list.doc.ts'
import type { CaseStep } from './step.ts'

/**
 * Papers that each step leaves as drafts: its own record, and what the next step will put out, so that it can be completed
 * before it is signed. Drafted again (after a review sent the report back), an open draft only gains what it lacks.
 */
export const papersAfter: Readonly<Partial<Record<CaseStep, readonly AnyDocument[]>>> = {
  team: [teamList, auditNotice],
  serveNotice: [implementationPlan],
  enter: [entryRecord],
  report: [teamReport, draftReport, commentRequest],
  adopt: [adoptionStatement],
  review: [reviewOpinion],
  adjudicate: [adjudicationOpinion, auditReport, resultReport],
  meet: [businessMinutes, auditReport, resultReport],
  brief: [feedbackRecord],
}

/** The values whose keys mean the same in every paper: what one paper of a case says, the next need not be told again. */
export const carriedOn = (values: FieldValues): FieldValues => Object.fromEntries(Object.entries(values).filter(([key]) => key in common))

/** Of all that is known, what this type has a place for in that shape; the rest is left blank on the paper. */
export function fitting({ fields }: AnyDocument, known: FieldValues): FieldValues {
  const fits = (key: string, value: FieldValues[string]) => {
    const { wrong, unknown } = shortfall({ [key]: fields[key] ?? common.unit }, { [key]: value })
    return wrong.length === 0 && unknown.length === 0
  }
  const values = withoutBlanks(known)
  return Object.fromEntries(
    catalogueOf(fields).flatMap(({ key }) => {
      const value = values[key]
      return value !== undefined && fits(key, value) ? [[key, value]] : []
    }),
  )
}
