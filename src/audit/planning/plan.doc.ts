import type { Day } from '../../kernel/day.ts'
import type { Block, Paper } from '../../office/documents/model.ts'
import { headingMark, paperDay } from '../../office/documents/rules.ts'
import { words } from './words.ts'

export type PrintedItem = {
  name: string
  post: string
  unitName: string
  class: string | null
  kind: 'inOffice' | 'departure'
  window: number
  teamName: string
  effortDays: number
  change: 'add' | 'move' | 'drop'
  reason: string | null
  before: string | null
}
export type PrintedRule = { title: string; citation: string; verified: boolean; startsOn: Day }
export type PlanPaper = {
  year: number
  office: string
  addressee: string | null
  number: string | null
  on: Day
  items: readonly PrintedItem[]
  rules: readonly PrintedRule[]
  days: { have: number; planned: number }
  share: { percent: number; rule: number }
  /** The resolution by which the plan was approved last; null while it is a draft. */
  resolution: { number: string; on: Day } | null
  /** Whether the members have been consulted and the joint meeting has agreed, item for item. */
  isHeard: boolean
  solved: { no: number; hash: string; seed: number | null; bound: number | null; gap: number | null } | null
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const chapter = (number: number, title: string): Block => ({ kind: 'heading', level: 1, text: `${headingMark(1, number)}${title}` })
const kindOf = { inOffice: '任中审计', departure: '离任审计' } as const

const table = (items: readonly PrintedItem[]): Block => ({
  kind: 'table',
  header: ['序号', '被审计领导干部', '职务', '类别', '审计类型', '季度', '审计组'],
  rows: items.map((item, at) => [
    String(at + 1),
    item.name,
    `${item.unitName}${item.post}`,
    item.class ?? '',
    kindOf[item.kind],
    `${item.window}季度`,
    item.teamName,
  ]),
  widths: [1, 2, 5, 1, 2, 2, 3],
})
const rulesOf = (rules: readonly PrintedRule[]): Block[] =>
  rules.map((rule) =>
    paragraph(`${rule.title}。依据：${rule.citation}${rule.verified ? '' : '（未核对原文）'}；自${paperDay(rule.startsOn)}起。`),
  )

const solvedText = ({ no, hash, seed, bound, gap }: NonNullable<PlanPaper['solved']>) =>
  `本计划依据第${no}稿形成，输入校验${hash.slice(0, 16)}${seed === null ? '' : `，种子${seed}`}${bound === null ? '' : `，已证下界${bound.toFixed(1)}`}${gap === null ? '' : `，差距${(gap * 100).toFixed(2)}%`}。`

const members = '纪检监察、组织、巡察、机构编制、财政、国资等联席会议成员单位'
/** How far the plan has come, said of what is on record only. */
const wayOf = ({ resolution }: PlanPaper): string =>
  resolution
    ? `经征求${members}意见、联席会议审议，报审计委员会审定（${resolution.number}，${paperDay(resolution.on)}）`
    : `待征求${members}意见、联席会议审议后报审计委员会审定`

/** 年度审计计划: the items by quarter, the force, the rules it was made by, and the version it came from. */
export const yearPlanPaper = (input: PlanPaper): Paper => ({
  number: input.number,
  secrecy: '工作秘密',
  title: [`${input.year}年度经济责任审计项目计划`, ...(input.resolution ? [] : ['（草案）'])],
  addressee: input.addressee,
  blocks: [
    paragraph(
      `根据《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》，${wayOf(input)}，${input.year}年度${input.resolution ? '' : '拟'}对${input.items.length}名领导干部实施经济责任审计。`,
    ),
    chapter(1, '项目安排'),
    table(input.items),
    chapter(2, '力量安排'),
    paragraph(
      `本年度可用审计力量${input.days.have}人天，计划使用${input.days.planned}人天；列入计划的对象占对象库的${input.share.percent}%（年度轮审比例规则为${input.share.rule}%）。`,
    ),
    chapter(3, '所依据的规则'),
    ...rulesOf(input.rules),
    ...(input.solved ? [paragraph(solvedText(input.solved))] : []),
  ],
  signature: { signer: input.office, date: paperDay(input.on) },
  watermark: null,
  subject: words.paper.plan.zh,
})

const heardText = '以上调整已征求联席会议成员单位意见，并经联席会议审议。妥否，请批示。'
const unheardText = '以上调整待征求联席会议成员单位意见、提交联席会议审议后，按原程序报批。'

/** 计划调整请示: what is to be added, moved or struck off, each with its reason. */
export function changePaper(input: PlanPaper): Paper {
  const of = (change: PrintedItem['change']) => input.items.filter((item) => item.change === change)
  const lines = (items: readonly PrintedItem[]) =>
    items.map((item, at) =>
      paragraph(
        `${headingMark(3, at + 1)}${item.name}（${item.unitName}${item.post}）${item.before ? `，原安排${item.before}` : ''}${item.change === 'drop' ? '' : `，${item.change === 'move' ? '调整为' : '安排在'}${item.window}季度，由${item.teamName}实施`}。理由：${item.reason ?? '见征求意见材料'}。`,
      ),
    )
  const parts = [
    { title: '追加项目', items: of('add') },
    { title: '调整项目', items: of('move') },
    { title: '调减项目', items: of('drop') },
  ].filter(({ items }) => items.length > 0)
  return {
    number: input.number,
    secrecy: '工作秘密',
    title: [`关于调整${input.year}年度`, '经济责任审计项目计划的请示'],
    addressee: input.addressee,
    blocks: [
      paragraph(
        parts.length === 0
          ? `${input.year}年度经济责任审计项目计划目前没有拟调整的项目。`
          : `因工作需要，拟对${input.year}年度经济责任审计项目计划作如下调整：`,
      ),
      ...parts.flatMap(({ title, items }, at) => [chapter(at + 1, title), ...lines(items)]),
      ...(parts.length === 0 ? [] : [paragraph(input.isHeard ? heardText : unheardText)]),
    ],
    signature: { signer: input.office, date: paperDay(input.on) },
    watermark: null,
    subject: words.paper.request.zh,
  }
}

/** 征求意见函 to one organ. */
export const letterPaper = (input: PlanPaper & { organ: string; dueOn: Day }): Paper => ({
  number: input.number,
  secrecy: '工作秘密',
  title: [`关于征求${input.year}年度经济责任审计`, '项目计划意见的函'],
  addressee: input.organ,
  blocks: [
    paragraph(
      `现将${input.year}年度经济责任审计建议名单送你单位征求意见，请于${paperDay(input.dueOn)}前逐项回复；逾期未回复的，视为无意见。`,
    ),
    table(input.items),
  ],
  signature: { signer: input.office, date: paperDay(input.on) },
  watermark: null,
  subject: words.paper.letter.zh,
})

export type NoticePaper = {
  office: string
  on: Day
  unitName: string
  post: string
  name: string
  year: number
  dueOn: Day | null
  basis: string | null
}
/** 任前告知书. */
export const preAppointmentPaper = (input: NoticePaper): Paper => ({
  number: null,
  secrecy: null,
  title: ['领导干部经济责任告知书'],
  addressee: `${input.name}同志`,
  blocks: [
    paragraph(
      `你已担任${input.unitName}${input.post}。任职期间，应当依法履行经济责任，贯彻执行党和国家经济方针政策、决策部署，规范重大经济事项决策、预算执行和国有资产管理，并对所在单位财务资料的真实性、完整性负责。`,
    ),
    paragraph(
      '任职期间或者离任时，审计机关将依照规定对你履行经济责任情况进行审计，审计结果作为考核、任免、奖惩的重要参考。请妥善做好重大决策记录和离任交接。',
    ),
  ],
  signature: { signer: input.office, date: paperDay(input.on) },
  watermark: null,
  subject: words.paper.preAppointment.zh,
})
/** 项目计划告知书 to a state firm that is in the year's plan. */
export const firmPaper = (input: NoticePaper): Paper => ({
  number: null,
  secrecy: null,
  title: ['审计项目计划告知书'],
  addressee: input.unitName,
  blocks: [
    paragraph(`你单位已列入${input.year}年度经济责任审计项目计划。依照《中华人民共和国审计法实施条例》第三十四条的规定，现予告知。`),
    paragraph('请按照要求做好资料准备，实施审计前将另行送达审计通知书。'),
  ],
  signature: { signer: input.office, date: paperDay(input.on) },
  watermark: null,
  subject: words.paper.firm.zh,
})
