import { words as papers } from '../../papers/words.ts'

/** Chinese and English of what runs beside a project's procedure: termination, review of objections, remedies, deadlines. */
export const words = {
  ending: {
    proposed: { zh: '已提请', en: 'Proposed' },
    consulted: { zh: '已商请', en: 'Consulted' },
    approved: { zh: '已批准终止', en: 'Approved' },
    refused: { zh: '不予终止', en: 'Refused' },
  },
  ground: {
    detained: { zh: '被审计领导干部被留置、拘留或逮捕', en: 'The official is detained' },
    underReview: { zh: '正在接受纪律审查、监察调查', en: 'Under discipline review' },
    dead: { zh: '被审计领导干部死亡', en: 'The official has died' },
    unfit: { zh: '其他不宜继续审计的情形', en: 'Unfit to go on' },
  },
  review: {
    raised: { zh: '已提出', en: 'Raised' },
    accepted: { zh: '复查中', en: 'Under review' },
    concluded: { zh: '已有复查意见', en: 'Concluded' },
    decided: { zh: '已作出复查决定', en: 'Decided' },
    rejected: { zh: '不予受理', en: 'Not accepted' },
  },
  outcome: {
    upheld: { zh: '申诉成立', en: 'Upheld' },
    partly: { zh: '部分成立', en: 'Partly upheld' },
    rejected: { zh: '维持原报告', en: 'Report stands' },
  },
  effect: {
    withdrawn: { zh: '撤销该问题', en: 'Finding withdrawn' },
    reworded: { zh: '更正表述', en: 'Finding reworded' },
    regraded: { zh: '更正责任', en: 'Responsibility regraded' },
  },
  grade: papers.grade,
  remedy: {
    requested: { zh: '已申请', en: 'Requested' },
    accepted: { zh: '已受理', en: 'Accepted' },
    decided: { zh: '已有结果', en: 'Decided' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  route: {
    ruling: { zh: '提请政府裁决', en: 'Government ruling' },
    reconsideration: { zh: '行政复议', en: 'Administrative reconsideration' },
    suit: { zh: '行政诉讼', en: 'Suit' },
  },
  result: {
    upheld: { zh: '维持', en: 'Upheld' },
    changed: { zh: '变更', en: 'Changed' },
    revoked: { zh: '撤销', en: 'Revoked' },
  },
  act: {
    suspend: { zh: '中止计时', en: 'Suspend a clock' },
    resume: { zh: '恢复计时', en: 'Resume a clock' },
  },
  cause: {
    first: { zh: '起算', en: 'First count' },
    rule: { zh: '期限规则变动', en: 'A rule changed' },
    calendar: { zh: '工作日历变动', en: 'The calendar changed' },
    suspension: { zh: '中止计时', en: 'A suspension' },
  },
  refusal: {
    notInReviewGroup: { zh: '您不在复查组内', en: 'You are not in the review group' },
    answerMissing: { zh: '还有 {count} 个被申诉的问题没有逐项答复', en: '{count} findings objected to have no answer of their own' },
    answerStrange: { zh: '答复中有不属于本次申诉的问题', en: 'A finding answered is not of this objection' },
    answersUpheld: {
      zh: '逐项答复中有 {count} 项成立，总的结论不能是“不成立”',
      en: '{count} answers uphold it: the whole is not rejected',
    },
    answersRejected: { zh: '逐项答复均不成立，总的结论只能是“不成立”', en: 'No answer upholds it: the whole is rejected' },
    answersPartly: { zh: '逐项答复并非都成立，总的结论应为“部分成立”', en: 'Not every answer upholds it: it is upheld in part' },
    effectMissing: { zh: '申诉成立或部分成立须写明更正方式及内容', en: 'Say how the report is corrected' },
    deadlineUnknownHere: { zh: '期限不属于本项目', en: 'The deadline is not of this project' },
  },
} as const
