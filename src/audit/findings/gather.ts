import type { Gatherer } from '../../office/documents/registry.ts'
import { isNotWithdrawn } from '../papers/withdrawn.ts'
import { announcedFinding, announcedTotal } from './announcement.doc.ts'

/** What a case’s findings say in an announcement: confirmed ones that no objection took back, in the usual order. */
export const announcementGatherer: Gatherer = {
  subject: 'project',
  gather: async (read, id) => {
    const findings = await read
      .selectFrom('finding')
      .innerJoin('unit', 'unit.id', 'finding.unit')
      .select(['finding.title', 'finding.facts', 'finding.periodFrom', 'finding.periodTo', 'finding.money', 'finding.basis'])
      .select('unit.name as unitName')
      .where('finding.project', '=', id)
      .where('finding.established', '=', 'confirmed')
      .where(isNotWithdrawn)
      .orderBy('finding.number')
      .execute()
    return { counted: announcedTotal(findings), announced: findings.map((finding) => ({ item: announcedFinding(finding) })) }
  },
}
