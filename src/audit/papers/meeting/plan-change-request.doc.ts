import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 审计计划调整请示: drop, add or terminate, with the reason. */
export const planChangeRequest = documentType({
  id: 'planChangeRequest',
  name: { zh: '审计计划调整请示', en: 'Request to change the plan' },
  group: 'meeting',
  frame: 'document',
  title: '关于调整{年度}年度经济责任审计项目计划的请示',
  fields: {
    year: line('年度', 'Year'),
    changes: rows('调整事项', 'Changes', {
      matter: line('项目', 'Project'),
      change: line('调整方式', 'Change'),
      reason: line('理由', 'Reason'),
    }),
    consulted: long('征求意见情况', 'Who was consulted'),
    request: long('请示事项', 'What is asked'),
  },
  numbered: true,
  served: false,
  secrecy: 'workSecret',
  addressee: '市委审计委员会',
  layout: [
    { part: 'text', text: '根据工作需要，拟对{年度}年度经济责任审计项目计划作如下调整：' },
    { part: 'table', field: 'changes', widths: [5, 2, 6] },
    { part: 'long', field: 'consulted' },
    { part: 'long', field: 'request' },
    { part: 'text', text: '妥否，请批示。' },
  ],
  sample: {
    year: '2026',
    changes: [
      { matter: '市商务局局长任中审计', change: '调减', reason: '该同志已接受组织审查，按规定终止' },
      { matter: '市公交集团董事长离任审计', change: '追加', reason: '组织部委托，任期届满' },
    ],
    consulted: '已征求市纪委监委、市委组织部意见，均无不同意见。',
    request: '请审定。',
  },
})
