import type { Day } from '../../../kernel/day.ts'
import type { ArchiveClass, DraftReply, Member, Party, Project, ProjectDraft, ProjectService, ProjectStep } from '../model.ts'

/** Who takes a step; `party` is whom a hand of the audited side answers for: the official or the unit. */
export type Hand = { account: string; role: string; party: string | null }
/** Who must be served and may reply: each audited official, and the unit. */
export type PartyOf = { party: Party; id: string; name: string }
export type Taken = Pick<ProjectStep, 'step' | 'account' | 'takenOn' | 'facts'>
/** The clock of one party's reply: its last day, counted from the proven service. */
export type ReplyClock = { recipient: string; dueOn: Day }

/** Everything the rules of a project need to know to say whether a step may be taken; read once by the store. */
export type Situation = {
  project: Project
  stateFirm: boolean
  hand: Hand
  today: Day
  taken: readonly Taken[]
  members: readonly Pick<Member, 'account' | 'name' | 'role'>[]
  /** Members who may not take part, each with the ground as it stands in the register of recusals. */
  recused: readonly { name: string; ground: string }[]
  parties: readonly PartyOf[]
  services: readonly Pick<ProjectService, 'kind' | 'round' | 'recipient' | 'servedOn'>[]
  draft: Pick<ProjectDraft, 'round' | 'sentOn' | 'closedOn'> | null
  replies: readonly Pick<DraftReply, 'replier' | 'stance' | 'outcome' | 'text' | 'reason' | 'givenOn'>[]
  replyClocks: readonly ReplyClock[]
  /** Numbers of findings behind which no evidence stands. */
  unproven: readonly string[]
  /** The first day on which entry is lawful by the notices served; null while some party has not been served. */
  earliestEntry: Day | null
  carried: boolean | null
  ending: 'proposed' | 'consulted' | 'approved' | null
  archived: readonly ArchiveClass[]
  /** Kinds, by name, of papers that were begun and are neither fixed nor out. */
  begun: readonly string[]
  decision: boolean
}
