import { long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post } = common

/** 任前告知书: on taking office, what the official will answer for. */
export const preAppointmentNotice = documentType({
  id: 'preAppointmentNotice',
  name: { zh: '经济责任任前告知书', en: 'Notice on taking office' },
  group: 'meeting',
  frame: 'letter',
  title: '经济责任任前告知书',
  fields: {
    ...{ official, post },
    tookOfficeOn: onDay('任职日期', 'Took office on'),
    duties: long('应当履行的经济责任', 'What is answered for'),
    warnings: long('常见问题提示', 'Usual mistakes'),
    receipt: long('签收要求', 'What to return').optional(),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计领导干部}同志',
  layout: [
    { part: 'text', text: '你于{任职日期}任{职务}，现将任职期间应当履行的经济责任告知如下：' },
    { part: 'long', field: 'duties' },
    { part: 'text', text: '请注意防范下列常见问题：' },
    { part: 'long', field: 'warnings' },
    { part: 'long', field: 'receipt' },
  ],
  sample: {
    official: '贺兰川',
    post: '澜江市水利局局长',
    tookOfficeOn: '2026-10-15',
    duties:
      '1. 贯彻执行党和国家经济方针政策、决策部署；\n2. 依规决策重大经济事项；\n3. 管好财政财务收支，防范经济风险；\n4. 落实党风廉政建设责任。',
    warnings: '重大事项未经集体研究、化整为零规避招标、专项资金长期结转、往来款项长期挂账。',
    receipt: '请在回执上签名，于收到后送还市委审计委员会办公室。',
  },
})
