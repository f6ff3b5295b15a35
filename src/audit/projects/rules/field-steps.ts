import { words } from './case.words.ts'
import { auditors, desk, step } from './step.ts'

const { step: says, paper, consult } = words

/** From the plan to the end of fieldwork (P5 to P12). */
export const fieldSteps = {
  team: step({
    title: says.team,
    from: ['opened', 'told'],
    to: 'teamed',
    acts: ['leadAuditor', 'director', 'clerk'],
    consult: [consult.recusal],
    document: paper.team,
    guards: ['firmTold', 'teamWhole', 'teamClear'],
  }),
  tell: step({
    title: says.tell,
    from: ['opened'],
    to: 'told',
    acts: desk,
    document: paper.tell,
    clock: 'plan.notifyFirm',
    guards: ['firmOnly'],
  }),
  notice: step({
    title: says.notice,
    from: ['teamed'],
    to: 'noticed',
    acts: ['director'],
    consult: [consult.copies],
    document: paper.notice,
  }),
  serveNotice: step({
    title: says.serveNotice,
    from: ['noticed'],
    to: 'served',
    acts: desk,
    document: paper.receipt,
    clock: 'notice.beforeEntry',
    guards: ['noticeProven'],
  }),
  plan: step({ title: says.plan, from: ['served'], to: 'planned', acts: ['director'], consult: [consult.meeting], document: paper.plan }),
  urge: step({ title: says.urge, from: ['served', 'planned'], to: 'served', acts: ['director'], document: paper.urgent }),
  enter: step({
    title: says.enter,
    from: ['planned'],
    to: 'entered',
    acts: auditors,
    consult: [consult.members],
    document: paper.entry,
    clock: 'notice.beforeEntry',
    guards: ['onTeam', 'entryLawful'],
  }),
  begin: step({ title: says.begin, from: ['entered'], to: 'fieldwork', acts: auditors, document: paper.evidence, guards: ['onTeam'] }),
  hear: step({
    title: says.hear,
    from: ['fieldwork'],
    to: 'heard',
    acts: auditors,
    consult: [consult.unitTeam, consult.congress, consult.members],
    document: paper.talks,
    guards: ['onTeam'],
  }),
  report: step({
    title: says.report,
    from: ['heard'],
    to: 'reported',
    acts: ['leadAuditor'],
    document: paper.teamReport,
    guards: ['onTeam', 'planOnFile', 'heardOnFile'],
  }),
  amendPlan: step({
    title: says.amendPlan,
    from: ['entered', 'fieldwork', 'heard'],
    to: 'fieldwork',
    acts: ['director'],
    consult: [consult.meeting],
    document: paper.plan,
  }),
}
