import { line, long, rows } from '../../office/documents/rules/fields.ts'
import { documentType } from '../../office/documents/rules/type.ts'

/** 经济责任审计综合报告: to the audit committee, every number drawn from the records. */
export const yearReportPaper = documentType({
  id: 'comprehensiveReport',
  name: { zh: '综合报告', en: 'Comprehensive report' },
  group: 'report',
  frame: 'document',
  title: '{报告名称}',
  fields: {
    reportTitle: line('报告名称', 'Title'),
    year: line('报告年度', 'Year'),
    sections: rows('报告内容', 'Sections', { heading: line('部分', 'Section'), text: long('内容', 'Text') }),
    drawnOn: line('数据截至', 'Numbers as of'),
  },
  numbered: true,
  served: false,
  secrecy: 'workSecret',
  addressee: '市委审计委员会',
  layout: [
    { part: 'text', text: '现将{报告年度}年度经济责任审计情况报告如下（数据截至{数据截至}）：' },
    {
      part: 'each',
      field: 'sections',
      parts: [
        { part: 'heading', level: 1, text: '{汉字序号}、{部分}' },
        { part: 'long', field: 'text' },
      ],
    },
  ],
  sample: {
    reportTitle: '2025年度经济责任审计综合报告',
    year: '2025',
    sections: [
      { heading: '审计项目完成情况', text: '2025年度，共完成经济责任审计项目12个，审计领导干部15人。' },
      { heading: '整改情况', text: '应整改事项186项，已整改160项，整改率86.02％。' },
    ],
    drawnOn: '2026年1月20日',
  },
})
