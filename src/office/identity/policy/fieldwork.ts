import type { Role } from '../model.ts'
import type { Sentence } from './sentence.ts'

const named = (...names: readonly string[]): string[] => names.map((name) => `fieldwork.${name}`)
const team: readonly Role[] = ['clerk', 'auditor', 'leadAuditor']

/** Who may do what in the fieldwork of an audit; whether somebody is on the team is asked on top of this. */
export const fieldworkSentences: readonly Sentence[] = [
  { roles: team, may: named('saveSurvey', 'savePlan', 'submitPlan', 'startSite', 'settleSite') },
  { roles: team, may: named('saveDuty', 'saveDecision', 'saveCheck', 'saveNeed', 'dropLine') },
  { roles: team, may: named('saveTask', 'moveTask', 'dropTask') },
  { roles: team, may: named('takeEvidence', 'signEvidence', 'linkEvidence', 'unlinkEvidence', 'linkCheck') },
  { roles: team, may: named('savePaper', 'submitPaper', 'answerNote', 'saveTalk', 'signTalk') },
  { roles: team, may: named('exportPackage', 'importPackage') },
  { roles: ['clerk', 'leadAuditor', 'director'], may: named('decidePlan', 'saveMember', 'saveTemplate') },
  { roles: ['director'], may: named('saveRule') },
  { roles: [...team, 'reviewer', 'adjudicator', 'director'], may: named('declareRecusal', 'logDay') },
  { roles: ['auditor', 'leadAuditor', 'reviewer', 'director'], may: named('reviewPaper', 'addNote', 'settleNote') },
  { roles: ['patrol', 'organisation', 'unitStaff'], may: named('requests', 'request', 'answerFile') },
  { roles: ['patrol', 'organisation'], may: named('alike') },
  { roles: [...team, 'patrol', 'organisation'], may: named('askMaterial', 'adoptAnswer', 'decideRequest', 'withdrawRequest') },
  { roles: [...team, 'patrol', 'organisation'], may: named('receiveOriginal', 'returnOriginal') },
  { roles: ['unitStaff'], may: named('answerRequest') },
]
