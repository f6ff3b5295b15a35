import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 封存通知书: what is sealed, from when, until when; the term comes from the rule of the day (Audit Law 38; rules 32). */
export const sealNotice = documentType({
  id: 'sealNotice',
  name: { zh: '封存通知书', en: 'Notice of sealing' },
  group: 'fieldwork',
  frame: 'document',
  title: '封存通知书',
  fields: {
    unit,
    ground: long('封存事由', 'Ground'),
    things: rows('封存物品', 'Things sealed', {
      name: line('名称', 'Name'),
      quantity: line('数量', 'Quantity'),
      place: line('存放地点', 'Place'),
    }),
    from: onDay('封存起日', 'Sealed from'),
    until: onDay('封存止日', 'Sealed until'),
    keeper: line('保管人', 'Keeper'),
    remedy: long('救济途径', 'Remedies'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}',
  layout: [
    {
      part: 'text',
      text: '根据《中华人民共和国审计法》第三十八条规定，决定自{封存起日}至{封存止日}对你单位下列资料、资产予以封存，由{保管人}负责保管。未经审计机关同意，任何单位和个人不得启封、转移、毁损。',
    },
    { part: 'heading', level: 1, text: '一、封存事由' },
    { part: 'long', field: 'ground' },
    { part: 'heading', level: 1, text: '二、封存清单' },
    { part: 'table', field: 'things', widths: [6, 2, 4] },
    { part: 'heading', level: 1, text: '三、救济途径' },
    { part: 'long', field: 'remedy' },
  ],
  sample: {
    unit: '澜江市公路养护中心',
    ground: '发现有转移会计凭证的迹象，需要及时固定证据。',
    things: [
      { name: '2023年度会计凭证', quantity: '24册', place: '养护中心财务室' },
      { name: '材料出入库登记簿', quantity: '3册', place: '养护中心仓库' },
    ],
    from: '2026-04-01',
    until: '2026-04-10',
    keeper: '养护中心财务科',
    remedy: '对本决定不服的，可以依法申请行政复议或者提起行政诉讼；期间不停止执行。',
  },
})
