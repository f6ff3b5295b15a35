import { words as evidence } from './evidence/words.ts'
import { words as lists } from './lists/words.ts'
import { words as planning } from './planning/words.ts'
import { words as requests } from './requests/words.ts'
import { words as team } from './team/words.ts'

/** Chinese and English that the parts of the fieldwork room share, and the terms of all parts on one page. */
export const words = {
  title: {
    fieldwork: { zh: '现场审计', en: 'Fieldwork' },
    list: { zh: '查询现场审计', en: 'List fieldwork' },
    one: { zh: '查看现场审计', en: 'Show fieldwork' },
  },
  tab: {
    planning: { zh: '审前准备', en: 'Preparation' },
    lists: { zh: '四张清单', en: 'Four lists' },
    team: { zh: '审计组与任务', en: 'Team and tasks' },
    requests: { zh: '资料调阅', en: 'Requests' },
    evidence: { zh: '取证', en: 'Evidence' },
    papers: { zh: '工作底稿', en: 'Working papers' },
    talks: { zh: '谈话笔录', en: 'Talks' },
  },
  field: {
    q: { zh: '关键字', en: 'Keyword' },
    project: { zh: '审计项目', en: 'Project' },
    year: { zh: '年度', en: 'Year' },
    unit: { zh: '被审计单位', en: 'Audited unit' },
    members: { zh: '组员', en: 'Members' },
    unchecked: { zh: '待核查', en: 'To check' },
    requests: { zh: '在办调阅', en: 'Open requests' },
    unsigned: { zh: '待签认', en: 'Unsigned' },
    bare: { zh: '无证据问题', en: 'Without evidence' },
    toReview: { zh: '待复核底稿', en: 'To review' },
    all: { zh: '含未开展的项目', en: 'Also those not begun' },
  },
  action: {
    pageBefore: { zh: '上一页', en: 'Page before' },
    pageNext: { zh: '下一页', en: 'Next page' },
    save: { zh: '保存', en: 'Save' },
    cancel: { zh: '取消', en: 'Cancel' },
    none: { zh: '（不选）', en: '(none)' },
    choose: { zh: '选择文件', en: 'Choose files' },
    toProject: { zh: '项目页', en: 'Project' },
  },
  note: {
    pageOf: { zh: '{from}–{to} / {total}', en: '{from}–{to} of {total}' },
    empty: { zh: '还没有开展现场审计的项目。', en: 'No project has fieldwork yet.' },
    pending: { zh: '等待', en: 'waiting' },
    required: { zh: '必填', en: 'required' },
  },
  todo: {
    answer: { zh: '答复调阅资料', en: 'Answer a request' },
    resubmit: { zh: '补充被退回的资料', en: 'Answer a returned request again' },
    check: { zh: '核收调阅答复', en: 'Check an answer' },
    sign: { zh: '落实取证单签认', en: 'Get evidence countersigned' },
    review: { zh: '复核工作底稿', en: 'Review a working paper' },
    declare: { zh: '作出回避声明', en: 'Declare grounds of recusal' },
  },
  planning: { state: planning.state, siteState: planning.siteState, field: planning.field },
  lists: {
    holding: lists.holding,
    decisionKind: lists.decisionKind,
    result: lists.result,
    quality: lists.quality,
    confidentiality: lists.confidentiality,
    disposal: lists.disposal,
    gap: lists.gap,
    field: lists.field,
  },
  team: { role: team.role, ground: team.ground, state: team.state, field: team.field },
  requests: { side: requests.side, state: requests.state, via: requests.via, field: requests.field },
  evidence: { kind: evidence.kind, sign: evidence.sign, paperState: evidence.paperState, field: evidence.field },
  refusal: {
    fieldNotOnTeam: { zh: '您不在本项目的审计组中', en: 'You are not on the team of this project' },
    ...planning.refusal,
    ...lists.refusal,
    ...team.refusal,
    ...requests.refusal,
    ...evidence.refusal,
  },
} as const
