import { addLink, evidenceShelf } from '../audit/fieldwork/evidence/store.ts'
import { day } from '../kernel/day.ts'
import type { Writer } from '../platform/db.ts'
import type { Desk } from '../platform/desk.ts'
import { newId } from '../platform/id.ts'
import * as store from './store.ts'
import * as words from './world/fieldwork.words.ts'

const auditor = { account: 'auditor', name: '陆川' }

/** Papers of the library as evidence behind the findings of the audit before. */
export async function behindFindings(tx: Writer, desk: Desk, earlier: string): Promise<void> {
  const findings = await store.findingsPlaced(tx, earlier)
  for (const [index, finding] of findings.slice(0, 2).entries()) {
    const id = newId()
    const taken = { takenInAt: desk.now, takenBy: auditor.account, takenName: auditor.name, evidenceOn: day('2025-08-20') }
    const source = { document: finding.document, page: null, paragraph: finding.paragraph, answer: null, replyDueOn: null }
    const signed = {
      sign: 'countersigned',
      signedOn: day('2025-08-20'),
      signedBy: words.libraryEvidence.provider,
      opinion: null,
      refusal: null,
    } as const
    const number = `Q-${String(index + 1).padStart(3, '0')}`
    await evidenceShelf.keep(tx, {
      id,
      project: earlier,
      number,
      ...words.libraryEvidence,
      kind: 'document',
      ...taken,
      ...source,
      ...signed,
      version: 1,
    })
    const place = { page: null, startsAt: finding.start, endsAt: finding.end, note: null, linkedBy: auditor.account, linkedOn: desk.today }
    await addLink(tx, { id: newId(), finding: finding.id, evidence: id, ...place })
  }
}
