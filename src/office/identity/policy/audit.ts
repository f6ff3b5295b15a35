import { fieldworkSentences } from './fieldwork.ts'
import { leadsSentences } from './leads.ts'
import { auditOffice, members, parties, type Sentence } from './sentence.ts'

/** Who may do what in the rooms of the audit. */
export const auditSentences: readonly Sentence[] = [
  { roles: members, may: ['projects.*', 'findings.*', 'rectification.*'], asks: true },
  ...fieldworkSentences,
  {
    roles: ['auditor', 'leadAuditor', 'director'],
    may: ['findings.record', 'findings.edit', 'findings.drop', 'findings.pinBasis', 'findings.unpinBasis'],
  },
  { roles: ['leadAuditor', 'director'], may: ['findings.confirm', 'findings.correct', 'findings.judgeRepeat'] },
  {
    roles: ['clerk', 'auditor', 'leadAuditor', 'director'],
    may: ['findings.addPlace', 'findings.dropPlace', 'findings.extract', 'findings.seekRepeats'],
  },
  { roles: ['auditor', 'leadAuditor', 'director'], may: ['findings.takeProposal', 'findings.decideProposal'] },
  { roles: ['clerk', 'leadAuditor', 'director'], may: ['findings.saveClass', 'findings.saveRemap'] },
  ...leadsSentences,
  { roles: ['clerk', 'auditor', 'leadAuditor'], may: ['projects.open', 'projects.tell', 'projects.serve', 'projects.follow'] },
  { roles: ['clerk', 'auditor', 'leadAuditor'], may: ['projects.gather', 'projects.fileUnit', 'projects.archive'] },
  { roles: ['clerk', 'leadAuditor', 'director'], may: ['projects.team'] },
  { roles: ['auditor', 'leadAuditor'], may: ['projects.enter', 'projects.begin', 'projects.hear'] },
  { roles: ['leadAuditor'], may: ['projects.report', 'projects.answerReply', 'projects.adopt'] },
  { roles: ['leadAuditor', 'director'], may: ['projects.sendDraft', 'projects.upgrade'] },
  {
    roles: ['director'],
    may: ['projects.notice', 'projects.urge', 'projects.plan', 'projects.amendPlan', 'projects.meet', 'projects.issue'],
  },
  { roles: ['reviewer'], may: ['projects.review'] },
  { roles: ['reviewer', 'adjudicator'], may: ['projects.adjudicate'] },
  { roles: ['reviewer', 'adjudicator', 'director'], may: ['projects.sendBack'] },
  { roles: ['committeeOffice', 'secretary'], may: ['projects.brief'] },
  // The audited hold the papers served on them by hand and signature; here they know what is in them by their own set
  // (access.ts, `own` and `butParties`): the audit once notified, what was found once they were asked or the report is out.
  // A share of the paper itself is for an organ that was no party.
  { roles: ['unitStaff', 'official'], may: ['projects.mine', 'projects.reply'] },
  { roles: ['committeeOffice'], may: ['projects.proposeEnd', 'projects.consultEnd'] },
  { roles: ['secretary', 'director'], may: ['projects.approveEnd', 'projects.refuseEnd'] },
  { roles: ['official', 'committeeOffice', 'secretary'], may: ['projects.raise'] },
  { roles: ['committeeOffice', 'secretary'], may: ['projects.accept', 'projects.reject', 'projects.decide'] },
  { roles: ['auditor', 'leadAuditor', 'reviewer', 'adjudicator'], may: ['projects.conclude'] },
  {
    roles: ['clerk', 'leadAuditor', 'adjudicator'],
    may: ['projects.remedy', 'projects.acceptRemedy', 'projects.decideRemedy', 'projects.withdrawRemedy'],
  },
  { roles: ['leadAuditor', 'director'], may: ['projects.suspend', 'projects.resume'] },
  { roles: ['leadAuditor'], may: ['findings.setResponsibility', 'findings.answerLate'] },
  { roles: ['reviewer', 'adjudicator'], may: ['findings.reviewResponsibility'] },
  { roles: ['auditor', 'leadAuditor'], may: ['findings.recordPerson', 'findings.examineTolerance'] },
  { roles: ['official', 'unitStaff', 'leadAuditor'], may: ['findings.claimTolerance', 'findings.withdrawTolerance'] },
  { roles: ['director', 'committeeOffice'], may: ['findings.decideTolerance'] },
  { roles: parties, may: ['findings.own', 'findings.duty', 'findings.lateReply', 'findings.lateEvidence'] },
  { roles: ['official', 'committeeOffice', 'secretary'], may: ['findings.raiseHigher'] },
  { roles: ['clerk', 'committeeOffice', 'secretary'], may: ['findings.decideHigher'] },
  {
    roles: ['clerk', 'leadAuditor', 'committeeOffice', 'secretary'],
    may: ['findings.settlePlace', 'findings.servePlace', 'findings.closeCorrection'],
  },
  { roles: [...members, ...auditOffice], may: ['findings.acknowledge'] },
  { roles: parties, may: ['projects.list', 'projects.one', 'findings.list', 'findings.one', 'findings.classes'], asks: true },
  { roles: ['official'], may: ['rectification.list', 'rectification.one'] },
  { roles: ['unitStaff'], may: ['rectification.list', 'rectification.one', 'rectification.claim'] },
  { roles: ['auditor', 'leadAuditor'], may: ['rectification.recognise'] },
  { roles: ['leadAuditor', 'reviewer', 'director'], may: ['rectification.close', 'rectification.reopen'] },
  { roles: ['leadAuditor', 'director'], may: ['rectification.extend'] },
  {
    roles: ['clerk', 'director', 'committeeOffice', 'secretary'],
    may: ['planning.create', 'planning.setDays', 'planning.recommend', 'planning.cancel'],
  },
  {
    roles: ['clerk', 'director', 'committeeOffice', 'secretary'],
    may: ['planning.save', 'planning.hold', 'planning.ban', 'planning.unpin'],
  },
  {
    roles: ['clerk', 'director', 'committeeOffice', 'secretary'],
    may: ['planning.move', 'planning.swap', 'planning.undo', 'planning.change', 'planning.step'],
  },
  {
    roles: ['clerk', 'director', 'committeeOffice', 'secretary'],
    may: ['planning.settle', 'planning.makeNotices', 'planning.serveNotice'],
  },
  { roles: ['director', 'committeeOffice', 'secretary'], may: ['planning.saveRule', 'auditees.saveRule'] },
  {
    roles: ['clerk', 'leadAuditor', 'director', 'secretary'],
    may: ['planning.saveTeam', 'planning.saveAuditor', 'planning.saveAbsence', 'planning.dropAbsence'],
  },
  { roles: ['clerk', 'leadAuditor', 'director', 'secretary'], may: ['planning.saveTie', 'planning.dropTie'] },
  { roles: ['patrol', 'clerk', 'secretary'], may: ['planning.patrol', 'planning.savePatrol'] },
  { roles: ['organisation'], may: ['planning.entrusted', 'planning.entrust', 'planning.withdraw'] },
  { roles: ['finance', 'clerk', 'secretary'], may: ['planning.funds', 'planning.saveFund'] },
  {
    roles: ['discipline', 'organisation', 'patrol', 'staffing', 'finance', 'stateAssets'],
    may: ['planning.letters', 'planning.letter', 'planning.reply'],
  },
]
