import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post } = common

/** 画像材料: sentences from records only, each with its source. */
export const portraitMaterial = documentType({
  id: 'portraitMaterial',
  name: { zh: '领导干部经济责任画像材料', en: 'Portrait material' },
  group: 'portrait',
  frame: 'sheet',
  title: '{被审计领导干部}同志经济责任履行情况材料',
  fields: {
    ...{ official, post },
    asOf: onDay('截至日期', 'As of'),
    purpose: line('使用事由', 'Purpose'),
    sections: rows('材料内容', 'Sections', { heading: line('部分', 'Section'), text: long('内容', 'Text') }),
    sources: rows('来源', 'Sources', { source: line('出处', 'Source') }),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '{被审计领导干部}，任{职务}。本材料依据{截至日期}前的记录整理，供{使用事由}使用，每句均注明出处。' },
    {
      part: 'each',
      field: 'sections',
      parts: [
        { part: 'heading', level: 1, text: '{汉字序号}、{部分}' },
        { part: 'long', field: 'text' },
      ],
    },
    { part: 'heading', level: 1, text: '来源' },
    { part: 'table', field: 'sources', widths: [10] },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    asOf: '2026-11-20',
    purpose: '干部年度考核',
    sections: [
      { heading: '审计情况', text: '2026年接受任期经济责任审计，发现问题9个〔1〕。' },
      { heading: '整改情况', text: '已整改7个，2个在期限内〔2〕。' },
    ],
    sources: [{ source: '澜审经责报〔2026〕8号 审计报告' }, { source: '整改台账，截至2026年11月20日' }],
  },
})
