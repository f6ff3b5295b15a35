/** Numbering series of the fictional city: the audit office on the state side, the committee's office on the party side. */
export const demoSeries = [
  {
    organ: '澜江市审计局',
    side: 'state',
    word: '澜审经责通',
    kinds: ['auditNotice', 'planNotice', 'accountQuery', 'depositQuery', 'sealNotice'],
  },
  { organ: '澜江市审计局', side: 'state', word: '澜审经责征', kinds: ['commentRequest'] },
  { organ: '澜江市审计局', side: 'state', word: '澜审经责报', kinds: ['auditReport', 'surveyReport'] },
  { organ: '澜江市审计局', side: 'state', word: '澜审决', kinds: ['auditDecision', 'penaltyDecision', 'hearingNotice'] },
  { organ: '澜江市审计局', side: 'state', word: '澜审移处', kinds: ['transferLetter'] },
  { organ: '澜江市审计局', side: 'state', word: '澜审更', kinds: ['correctionNotice'] },
  { organ: '澜江市审计局', side: 'state', word: '澜审会', kinds: ['businessMinutes'] },
  {
    organ: '澜江市审计局',
    side: 'state',
    word: '澜审整',
    kinds: ['rectificationNotice', 'rectificationLetter', 'urgingLetter', 'summonsNotice', 'lookBackReport'],
  },
  {
    organ: '中共澜江市委审计委员会办公室',
    side: 'party',
    word: '澜审委办',
    kinds: [
      'resultReport',
      'submissionLetter',
      'opinionRequest',
      'meetingNotice',
      'meetingMinutes',
      'yearlyPlan',
      'planChangeRequest',
      'riskPreventionList',
      'typicalCases',
      'comprehensiveReport',
    ],
  },
  {
    organ: '中共澜江市委审计委员会办公室',
    side: 'party',
    word: '澜审委办申',
    kinds: ['acceptanceNotice', 'reviewDecision', 'preAppointmentNotice'],
  },
] as const

const both = ['澜江市交通运输局', '周明远同志'] as const
/** Papers that went out, in the order of the case; `open`: the last recipient has not returned the receipt yet. */
export const issued = [
  { kind: 'auditNotice', recipients: both, open: false },
  { kind: 'commentRequest', recipients: both, open: false },
  { kind: 'businessMinutes', recipients: [], open: false },
  { kind: 'auditReport', recipients: both, open: false },
  { kind: 'resultReport', recipients: ['市委组织部', '市委审计委员会'], open: true },
  { kind: 'rectificationNotice', recipients: ['澜江市交通运输局'], open: false },
] as const

/** Recipients that are organs of the joint meeting: once served they know the paper. */
export const organNamed: Readonly<Record<string, 'organisation'>> = { 市委组织部: 'organisation' }

export const kept = {
  frozen: ['publicNotice', 'commitment', 'evidenceSheet', 'workingPaper', 'writtenOpinion', 'adoptionStatement'],
  voided: 'urgingLetter',
  reason: '核对台账后发现该事项已在期限内完成，函件误发前收回',
  draft: 'lookBackReport',
} as const

export const officeWords = { organ: '澜江市审计局', proof: '送达回证.txt', deliverer: '张敏、陆川', signer: '王文书' } as const
