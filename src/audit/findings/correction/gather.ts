import { say } from '../../../kernel/say.ts'
import type { FieldValues } from '../../../office/documents/model.ts'
import type { Gatherer } from '../../../office/documents/registry.ts'
import type { Reader } from '../../../platform/db.ts'
import { noticeSays } from './rules.ts'
import { beforeOf, findCorrection, namesOf, placesOf } from './store.ts'
import { words } from './words.ts'

/** What a correction knows for its notice: what is to be read from now on, why, and who received the old. */
async function gather(read: Reader, id: string): Promise<FieldValues> {
  const correction = await findCorrection(read, id)
  const names = correction && (await namesOf(read, correction))
  if (!correction || !names || !(await beforeOf(read, id))) return {}
  const recipients = (await placesOf(read, id)).filter(({ recipient }) => recipient !== '').map(({ recipient }) => recipient)
  return {
    ...{ official: names.name, report: names.reportNumber ?? '', findingNumber: correction.number },
    ...{ correctedOn: correction.correctedOn, decidedBy: correction.decidedBy, reasons: correction.reason },
    correction: noticeSays(correction, names.name),
    duties: say(words.paper.duties, 'zh'),
    recipients: [...new Set(recipients)].join(words.paper.and),
  }
}

export const correctionGatherer: Gatherer = { subject: 'correction', gather }
