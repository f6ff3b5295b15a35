import type { Day } from '../../../kernel/day.ts'
import { say } from '../../../kernel/say.ts'
import type { FieldValues } from '../../../office/documents/model.ts'
import { paperDay } from '../../../office/documents/rules.ts'
import type { Member, Vote } from '../model.ts'
import { words } from './room.words.ts'
import type { Situation } from './situation.ts'

/** The team, a row a member, each with the declaration on recusal made for all. */
export const teamRows = (members: readonly Member[], declaration: string): FieldValues[string] =>
  members.map(({ name, role, days }) => ({ name, role: say(words.member[role], 'zh'), days: String(days), recusal: declaration }))

/** The findings as the short report names them: each problem with who answers for it. */
export const problemsIn = ({ findings }: FieldValues): FieldValues =>
  typeof findings === 'object'
    ? { problems: findings.map(({ title = '', responsibility = '' }) => ({ problem: title, responsibility })) }
    : {}

type Said = { text: string; on: Day; project: string; name: string }
/** What a reviewer or an adjudicator said, under the names their two papers give it. */
export const opinionValues = (step: 'review' | 'adjudicate', { text, on, project, name }: Said): FieldValues =>
  step === 'review' ? { project, on, conclusion: text, reviewer: name } : { project, on, opinion: text, adjudicator: name }

type Held = { chair: string; votes: readonly Vote[]; minutes: string; on: Day; project: string }
/** The business meeting: who was there, what was decided, how each voted and what was said against it. */
export function minutesValues({ chair, votes, minutes, on, project }: Held): FieldValues {
  const present = votes.map(({ name }) => name).join('、')
  const voices = votes.map(({ name, vote }) => `${name}：${say(words.vote[vote], 'zh')}`).join('；')
  const dissent = votes.flatMap((each) => (each.dissent.trim() === '' ? [] : [`${each.name}：${each.dissent}`])).join('；')
  return {
    meeting: say(words.note.meetingName, 'zh', { on: paperDay(on) }),
    on,
    chair,
    present,
    decisions: [{ matter: project, decision: minutes, votes: voices, dissent }],
  }
}

/** What came in on the draft, and whether each word was taken up. */
export function adoptionValues({ replies, parties }: Pick<Situation, 'replies' | 'parties'>): FieldValues {
  const nameOf = (id: string) => parties.find((party) => party.id === id)?.name ?? ''
  const items = replies.map(({ replier, stance, text, outcome, reason }) => ({
    item: `${nameOf(replier)}（${say(words.stance[stance], 'zh')}）${text}`.slice(0, 500),
    adopted: outcome ? say(words.adoption[outcome], 'zh') : '',
    why: (reason ?? '').slice(0, 500),
  }))
  const received = replies.map(({ replier, givenOn, stance }) =>
    say(words.note.replied, 'zh', { name: nameOf(replier), on: paperDay(givenOn), stance: say(words.stance[stance], 'zh') }),
  )
  return { received: [...new Set(received)].join('\n'), items }
}
