import { atOf, countsFrom, type Library, type LibraryPost, leavingDay } from './library.ts'
import { type Origin, type Score, type ScoreKey, scoreOf } from './score.ts'

type Origins = Partial<Record<ScoreKey, Origin>>
const registered = ({ official, tenure }: LibraryPost, says: string): Origin => ({
  room: 'registers/auditees',
  record: tenure.id,
  says,
  to: `/auditees?open=${official.id}`,
})

/** The record behind each part of the score. */
function originsOf(post: LibraryPost): Origins {
  const { tenure, status, findings, unrectified, entrusted, audits, funds, patrolled, leads } = post
  const last = audits.findLast((audit) => audit.on === status.lastAudit.value)
  const basis = registered(post, tenure.basis ?? tenure.post)
  const [first] = entrusted
  return {
    since: last ? { room: 'audit/projects', record: last.id, says: last.source, to: basis.to } : basis,
    class: registered(post, status.class.because.rule?.title ?? tenure.basis ?? tenure.post),
    term: basis,
    ...(findings.record
      ? { findings: { room: 'audit/findings', record: findings.record, says: '', to: `/findings?unit=${tenure.unit}` } }
      : {}),
    ...(unrectified.record
      ? { unrectified: { room: 'audit/rectification', record: unrectified.record, says: '', to: `/rectification?unit=${tenure.unit}` } }
      : {}),
    ...(funds
      ? {
          funds: { room: 'audit/planning', record: funds.id, says: funds.source, to: `/unit-funds?unit=${tenure.unit}` },
        }
      : {}),
    ...(patrolled ? { patrol: { room: 'audit/planning', record: patrolled.id, says: patrolled.round, to: '/patrol' } } : {}),
    ...(leads ? { leads: { room: 'audit/leads', record: leads.record, says: '', to: `/leads?open=${leads.record}` } } : {}),
    ...(first ? { entrusted: { room: 'audit/planning', record: first.id, says: first.number, to: '/entrusted' } } : {}),
  }
}

/** The duty to audit this post, every part with its record. */
export const postScore = (post: LibraryPost, library: Library, frequencyYears: number): Score =>
  scoreOf(
    {
      on: library.today,
      class: post.status.class.value ?? 'D',
      frequencyYears,
      countsFrom: countsFrom(post),
      audited: post.status.lastAudit.value !== null,
      startsOn: post.tenure.startsOn,
      leavesOn: leavingDay(post),
      findings: post.findings.count,
      unrectified: post.unrectified.count,
      funds: post.funds?.amount ?? null,
      patrolIssues: post.patrolled?.issues ?? null,
      leads: post.leads?.count ?? 0,
      entrusted: post.entrusted.length,
      origins: originsOf(post),
    },
    library.rules,
    atOf(library),
  )
