import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 整改认定表: the audit office's own finding on the unit's work, with the evidence. */
export const recognitionForm = documentType({
  id: 'recognitionForm',
  name: { zh: '审计整改认定表', en: 'Recognition form' },
  group: 'rectification',
  frame: 'sheet',
  title: '审计整改认定表',
  fields: {
    unit,
    findingNumber: line('问题编号', 'Finding number'),
    finding: line('问题', 'Finding'),
    claimed: long('单位申报情况', 'Unit’s report'),
    claimedOn: onDay('申报日期', 'Reported on'),
    evidence: long('佐证材料', 'Evidence'),
    checked: long('核查情况', 'What was checked'),
    outcome: line('认定结论', 'Outcome'),
    amount: line('认定整改金额', 'Amount recognised').optional(),
    recogniser: line('认定人', 'Recognised by'),
    on: onDay('认定日期', 'Recognised on'),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['findingNumber', 'claimedOn'],
        { field: 'finding', lines: 2 },
        { field: 'claimed', lines: 6 },
        { field: 'evidence', lines: 4 },
        { field: 'checked', lines: 6 },
        ['outcome', 'amount'],
        ['recogniser', 'on'],
      ],
    },
  ],
  sample: {
    unit: '澜江市交通运输局',
    findingNumber: 'F-26-0801',
    finding: '专项资金结转两年以上未盘活',
    claimed: '已将1,306.00万元上缴市财政。',
    claimedOn: '2026-09-20',
    evidence: '非税收入一般缴款书2张，财政局收款确认函1份。',
    checked: '核对缴款书与国库收款记录，金额一致；账务已调整。',
    outcome: '已整改',
    amount: '1,306.00万元',
    recogniser: '韩素',
    on: '2026-09-26',
  },
})
