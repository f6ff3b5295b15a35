import { addDays, type Day } from '../kernel/day.ts'
import { type CaseScript, texts } from './cases.words.ts'

/** One deed of a case: the contract, whose hand, on which day, and what is brought beside the project's id and version. */
export type Deed = { key: string; verb: string; by: string; on: Day; input: object }
type Scene = { script: CaseScript; number: number; official: string; unit: string; today: Day }

const team = [
  { account: 'lead', role: 'leader', days: 30 },
  { account: 'auditor', role: 'lead', days: 40 },
]

/** Each key with its place in the time since the opening, in hundredths. */
const times = {
  ...{ tell: 2, team: 4, notice: 8, 'serve.notice': 10, plan: 16, enter: 41, begin: 42, hear: 48, report: 55, sendDraft: 58 },
  ...{ 'serve.draft': 60, adopt: 82, review: 84, adjudicate: 86, meet: 88, issue: 90, 'serve.report': 92, 'serve.decision': 93 },
  ...{ brief: 95, gather: 96, archive: 97, proposeEnd: 60, consultEnd: 66, approveEnd: 72 },
} as const
type Key = keyof typeof times
type Row = readonly [key: Key, verb: string, by: string, input: object]

/** On which day of a case something is done: by its place in the time since the opening; a draft that is out now went out lately. */
export function onDay(key: Key, { script, today }: Pick<Scene, 'script' | 'today'>): Day {
  const opened = addDays(today, -script.since)
  const late = script.until === 'serve.draft' && (key === 'sendDraft' || key === 'serve.draft')
  return late ? addDays(today, key === 'sendDraft' ? -4 : -3) : addDays(opened, Math.floor((script.since * times[key]) / 100))
}

function opening(scene: Scene): readonly Row[] {
  const { script } = scene
  const plan: readonly Row[] = [['plan', 'projects.plan', 'director', { text: texts.plan }]]
  return [
    ...(script.category === 'stateFirm' ? [['tell', 'projects.tell', 'clerk', { text: texts.tell }] as const] : []),
    ['team', 'projects.team', 'lead', { members: team, declaration: texts.declaration }],
    ['notice', 'projects.notice', 'director', { text: texts.notice }],
    ['serve.notice', 'projects.serve', 'clerk', { kind: 'notice' }],
    ...(script.track === 'simplified' ? [] : plan),
    ['enter', 'projects.enter', 'lead', { text: texts.enter }],
    ['begin', 'projects.begin', 'lead', { text: texts.begin }],
  ]
}

const reporting: readonly Row[] = [
  ['hear', 'projects.hear', 'auditor', { text: texts.hear }],
  ['report', 'projects.report', 'lead', { text: texts.report }],
  ['sendDraft', 'projects.sendDraft', 'director', { text: texts.sendDraft }],
  ['serve.draft', 'projects.serve', 'clerk', { kind: 'draft' }],
  ['adopt', 'projects.adopt', 'lead', { text: texts.adopt }],
  ['review', 'projects.review', 'reviewer', { text: texts.review }],
  ['adjudicate', 'projects.adjudicate', 'adjudicator', { text: texts.adjudicate }],
  ['meet', 'projects.meet', 'director', { chair: texts.chair, votes: texts.votes, minutes: texts.minutes }],
  ['issue', 'projects.issue', 'director', { conclusion: texts.conclusion }],
  ['serve.report', 'projects.serve', 'clerk', { kind: 'report' }],
  ['serve.decision', 'projects.serve', 'clerk', { kind: 'decision' }],
  ['brief', 'projects.brief', 'committee', { text: texts.brief }],
  ['gather', 'projects.gather', 'clerk', {}],
  ['archive', 'projects.archive', 'clerk', { retention: 'permanent', text: texts.archive }],
]

const ending: readonly Row[] = [
  ['proposeEnd', 'projects.proposeEnd', 'committee', { ground: 'underReview', reason: texts.endReason }],
  ['consultEnd', 'projects.consultEnd', 'committee', {}],
  ['approveEnd', 'projects.approveEnd', 'secretary', { decisionRef: texts.decisionRef }],
]

/** The deeds of a case in order, up to and with the one its script ends at; service is one deed a recipient. */
export function deedsOf(scene: Scene): Deed[] {
  const { until } = scene.script
  const ends = ending.some(([key]) => key === until)
  const all = [...opening(scene), ...(ends ? ending : reporting)]
  const last = all.findIndex(([key]) => key === until)
  return all.slice(0, last + 1).flatMap(([key, verb, by, input]) => {
    const on = onDay(key, scene)
    if (verb !== 'projects.serve') return [{ key, verb, by, on, input }]
    const recipients = key === 'serve.decision' ? [scene.unit] : [scene.official, scene.unit]
    return recipients.map((recipient) => ({
      key,
      verb,
      by,
      on,
      input: {
        ...input,
        recipient,
        servedOn: on,
        method: 'direct',
        signer: recipient === scene.unit ? texts.signer.unit : texts.signer.official,
      },
    }))
  })
}
