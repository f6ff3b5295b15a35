import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { type Fact, recordSource, type Sourced } from '../../kernel/source.ts'
import { paperDay } from '../../office/documents/rules.ts'
import type { Reader } from '../../platform/db.ts'
import type { Finding } from '../findings/model.ts'
import { superseding } from '../findings/rules.ts'
import { findingsOfOfficial } from '../findings/store.ts'
import { auditOrder, knownBy } from '../projects/rules.ts'
import { findProjects } from '../projects/store.ts'
import type { Rectification } from './model.ts'
import { asOn, daysLate, finished } from './rules.ts'
import { itemsOfFindings } from './store.ts'
import { words } from './words.ts'

const zh = 'zh'

function sentence(item: Rectification, title: string, on: Day): string {
  const late = daysLate(item, on)
  const dayOf = (day: Day | null) => (day ? paperDay(day) : '')
  return say(words.says.item, zh, {
    title,
    pace: say(words.pace[item.pace], zh),
    due: item.dueOn ? say(words.says.due, zh, { day: paperDay(item.dueOn) }) : '',
    claimed: item.claimed
      ? say(words.says.claimed, zh, { day: dayOf(item.claimedOn), state: say(words.claimed[item.claimed], zh) })
      : item.recognised
        ? ''
        : say(words.says.noClaim, zh),
    recognised: item.recognised
      ? say(words.says.recognised, zh, { day: dayOf(item.recognisedOn), state: say(words.recognised[item.recognised], zh) })
      : say(words.says.notRecognised, zh),
    closed: item.closedOn ? say(words.says.closed, zh, { day: paperDay(item.closedOn) }) : '',
    late: `${late > 0 ? say(words.says.late, zh, { day: paperDay(on), days: late }) : ''}${say(words.says.stop, zh)}`,
  })
}

function factOf(item: Rectification, finding: Finding, about: { official: string; on: Day; order: string }): Fact {
  const seen = asOn(item, about.on)
  const sources: Sourced = [
    recordSource({ room: 'rectification', record: `rectification:${item.id}`, field: seen.recognised ? 'recognised' : 'claimed' }),
  ]
  return {
    id: `rectification:${item.id}:${about.official}:1-state`,
    section: 'rectification',
    order: `${about.order}/${finding.number}`,
    text: sentence(seen, finding.title, about.on),
    state: finished(seen.recognised) ? 'rectified' : 'inProgress',
    sources,
  }
}

/** What this room can say of an official on a day: how the findings he answers for were put right. */
export async function facts(read: Reader, about: { official: string; on: Day }): Promise<readonly Fact[]> {
  const rows = await findingsOfOfficial(read, about.official)
  const ids = (of: (row: (typeof rows)[number]) => string) => rows.map(of)
  const projects = await findProjects(
    read,
    ids(({ finding }) => finding.project),
  )
  const items = await itemsOfFindings(
    read,
    ids(({ finding }) => finding.id),
  )
  return rows.flatMap(({ finding, objections }) => {
    const project = projects.find((each) => each.id === finding.project)
    const item = items.find((each) => each.finding === finding.id)
    const withdrawn = superseding(objections, about.on)?.effect === 'withdrawn'
    if (!project || !item || withdrawn || !knownBy(project, about.on)) return []
    return [factOf(item, finding, { ...about, order: auditOrder(project) })]
  })
}
