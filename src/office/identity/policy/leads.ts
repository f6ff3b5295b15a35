import type { Role } from '../model.ts'
import type { Sentence } from './sentence.ts'

const named = (...names: readonly string[]): string[] => names.map((name) => `leads.${name}`)
/** Cleared for every lead of their place; whoever drafts one besides them knows his own, a receiver what was sent to it. */
export const cleared = ['director', 'leadAuditor', 'adjudicator', 'committeeOffice'] as const satisfies readonly Role[]
const receivers = ['discipline', 'organisation', 'finance', 'stateAssets'] as const
const assessors = [...receivers, 'patrol', 'staffing'] as const
const desk = ['committeeOffice', 'director'] as const

/** Who may ask anything of leads at all: to everybody else there are none. Which ones he sees is settled by the walls. */
export const leadReaders: readonly Role[] = [...cleared, 'secretary', 'auditor', ...assessors]

/** Who may do what with leads. */
export const leadsSentences: readonly Sentence[] = [
  { roles: assessors, may: named('list', 'one', 'rules', 'organs', 'paper', 'exhibit', 'effects'), asks: true },
  { roles: ['auditor', 'leadAuditor'], may: named('draft', 'cancel') },
  { roles: ['leadAuditor', ...desk], may: named('route') },
  { roles: desk, may: named('convene', 'assess', 'sendBack', 'reportUp', 'close') },
  { roles: assessors, may: named('opine') },
  { roles: ['director'], may: named('approve') },
  { roles: ['leadAuditor', 'director'], may: named('send', 'resubmit', 'redraft', 'pack') },
  { roles: [...receivers, 'leadAuditor'], may: named('receive', 'accept', 'turnBack', 'begin', 'record', 'feedBack') },
  { roles: ['leadAuditor', 'committeeOffice'], may: named('remind', 'saveOrgan', 'proposeKey', 'importLedger') },
  { roles: desk, may: named('confirmKey', 'retireKey', 'saveRoute', 'saveSanction') },
  { roles: ['leadAuditor'], may: named('takeReply') },
]
