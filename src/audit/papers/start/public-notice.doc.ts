import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit, period, hotline, entryOn } = common

/** 审计公示: hangs where the audited unit works, from the day of entry. */
export const publicNotice = documentType({
  id: 'publicNotice',
  name: { zh: '审计公示', en: 'Public notice of an audit' },
  group: 'start',
  frame: 'sheet',
  title: '审计公示',
  signed: true,
  fields: {
    ...{ official, post, unit, period, entryOn },
    until: onDay('公示截止日期', 'Shown until'),
    scope: long('审计内容', 'What is audited'),
    discipline: long('审计纪律', 'Discipline of the team'),
    hotline,
    mailbox: line('举报信箱', 'Mailbox'),
    room: line('审计组办公地点', 'Where the team sits'),
  },
  numbered: false,
  served: false,
  secrecy: 'open',
  layout: [
    {
      part: 'text',
      text: '根据年度审计项目计划，审计组自{进点日期}起，对{被审计领导干部}同志任{职务}期间（{审计期间}）的经济责任履行情况进行审计。现将有关事项公示如下：',
    },
    { part: 'heading', level: 1, text: '一、审计内容' },
    { part: 'long', field: 'scope' },
    { part: 'heading', level: 1, text: '二、审计纪律' },
    { part: 'long', field: 'discipline' },
    { part: 'heading', level: 1, text: '三、监督方式' },
    { part: 'text', text: '{被审计单位}干部群众可以向审计组反映与审计事项有关的情况，也可以对审计组遵守纪律情况进行监督。' },
    { part: 'text', text: '监督举报电话：{监督举报电话}' },
    { part: 'text', text: '举报信箱：{举报信箱}' },
    { part: 'text', text: '审计组办公地点：{审计组办公地点}' },
    { part: 'text', text: '公示期自{进点日期}至{公示截止日期}。' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    period: '2021年3月至2025年12月',
    entryOn: '2026-03-16',
    until: '2026-04-30',
    scope:
      '贯彻执行党和国家经济方针政策、决策部署情况；重大经济事项决策情况；财政财务管理和经济风险防范情况；在经济活动中落实党风廉政建设责任情况；以往审计发现问题整改情况。',
    discipline:
      '不准由被审计单位支付或者补贴住宿费、餐费；不准接受被审计单位的纪念品、礼品、礼金和有价证券；不准参加被审计单位安排的宴请、娱乐、旅游等活动。',
    hotline: '0990-6612388',
    mailbox: '澜江市交通运输局一楼电梯口',
    room: '澜江市交通运输局办公楼506室',
  },
})
