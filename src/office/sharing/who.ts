import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { auditSide } from '../identity/policy/organs.ts'
import type { Knower } from './contract.ts'
import { grantStanding, runs } from './rules.ts'
import { grantsOn, partiesOf, recusalsFrom, type Shared } from './store.ts'

const nothing = { jurisdiction: null, who: null, purpose: null, basis: null, fields: null, until: null }

async function byGrant(read: Reader, record: Shared, today: Day): Promise<Knower[]> {
  const grants = await grantsOn(read, { record: record.id, project: record.project })
  return grants
    .filter((grant) => grantStanding(grant, today) === 'given')
    .map(({ organ, jurisdiction, account, purpose, legalBasis, fields, until }) => ({
      ...{ organ, jurisdiction, purpose, fields, until },
      who: account,
      basis: legalBasis,
      why: 'grant' as const,
    }))
}

/** Everybody who can see a record, each with the reason, and at the end everybody who is kept from it. */
export async function knowersOf({ read, today }: Pick<Desk, 'read' | 'today'>, record: Shared): Promise<Knower[]> {
  const own = auditSide.map((organ) => ({ ...nothing, organ, jurisdiction: record.jurisdiction, why: 'ownOrgan' as const }))
  const parties = record.project ? await partiesOf(read, record.project) : { officials: [], unit: undefined }
  const unit = parties.unit ? [{ ...nothing, organ: 'auditedUnit', who: parties.unit.name, why: 'ownUnit' as const }] : []
  const officials = parties.officials.map(({ name }) => ({ ...nothing, organ: 'official', who: name, why: 'ownOfficial' as const }))
  const subjects = [record.id, record.project, record.unit, parties.unit?.id, ...parties.officials.map(({ id }) => id)]
  const recused = await recusalsFrom(
    read,
    subjects.flatMap((id) => (id ? [id] : [])),
  )
  const kept = recused
    .filter((each) => runs(each, today))
    .map(({ account, name, until }) => ({
      ...nothing,
      organ: 'auditOffice',
      who: `${name ?? ''} ${account}`.trim(),
      until,
      why: 'recused' as const,
    }))
  return [...own, ...(await byGrant(read, record, today)), ...unit, ...officials, ...kept]
}
