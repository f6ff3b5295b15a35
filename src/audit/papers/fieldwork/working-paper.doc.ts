import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 审计工作底稿: index, matter, process, facts, conclusion, with preparer and reviewer. */
export const workingPaper = documentType({
  id: 'workingPaper',
  name: { zh: '审计工作底稿', en: 'Working paper' },
  group: 'fieldwork',
  frame: 'sheet',
  title: '审计工作底稿',
  fields: {
    unit,
    project: line('审计项目', 'Project'),
    index: line('索引号', 'Index'),
    matter: line('审计事项', 'Matter'),
    process: long('审计过程', 'Process'),
    facts: long('审计认定的事实', 'Facts found'),
    conclusion: long('审计结论', 'Conclusion'),
    preparer: line('编制人', 'Prepared by'),
    preparedOn: onDay('编制日期', 'Prepared on'),
    opinion: long('复核意见', 'Reviewer’s opinion').optional(),
    reviewer: line('复核人', 'Reviewed by').optional(),
    reviewedOn: onDay('复核日期', 'Reviewed on').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['project'],
        ['unit'],
        ['index', 'matter'],
        { field: 'process', lines: 4 },
        { field: 'facts', lines: 7 },
        { field: 'conclusion', lines: 4 },
        ['preparer', 'preparedOn'],
        { field: 'opinion', lines: 3 },
        ['reviewer', 'reviewedOn'],
      ],
    },
  ],
  sample: {
    unit: '澜江市交通运输局',
    project: '周明远同志任期经济责任审计',
    index: 'B-03',
    matter: '养护工程招标投标',
    process: '从养护工程管理系统导出项目清单，与合同、支付数据比对，抽查3个项目并实地查看。',
    facts: '三个养护项目路段相连、时间相近、中标单位相同，合同金额合计862.40万元，均未公开招标。',
    conclusion: '上述做法不符合《中华人民共和国招标投标法》第四条规定，属于化整为零规避招标。',
    preparer: '㐂田禾',
    preparedOn: '2026-04-10',
    opinion: '事实清楚，证据充分，定性准确。',
    reviewer: '沈若谷',
    reviewedOn: '2026-04-12',
  },
})
