import { line, long, onDay, rows } from '../../office/documents/rules/fields.ts'

/**
 * Fields that mean the same in every audit document. A room that owns the facts fills them by these keys, so that
 * nothing is typed twice.
 */
export const common = {
  official: line('被审计领导干部', 'Audited official'),
  post: line('职务', 'Post'),
  unit: line('被审计单位', 'Audited unit'),
  period: line('审计期间', 'Period audited'),
  auditKind: line('审计类型', 'Kind of audit'),
  leader: line('审计组组长', 'Team leader'),
  deputies: line('审计组副组长', 'Deputy leaders'),
  members: line('审计组成员', 'Team members'),
  entryOn: onDay('进点日期', 'Entry on'),
  hotline: line('监督举报电话', 'Hotline'),
  contact: line('联系人及电话', 'Contact'),
  basis: long('审计依据', 'Basis'),
  conduct: long('审计实施情况', 'How the audit was carried out'),
  background: long('单位及任职情况', 'The unit and the post'),
  performance: long('履职主要情况', 'Performance of duty'),
  corrected: long('审计期间整改情况', 'Put right during the audit'),
  evaluation: long('审计评价', 'Evaluation'),
  advice: long('审计建议', 'Advice'),
  findings: rows('审计发现问题', 'Findings', {
    title: line('问题标题', 'Title'),
    facts: long('事实', 'Facts'),
    qualification: long('定性', 'Qualification'),
    responsibility: line('责任类型', 'Responsibility').optional(),
    basis: long('定性依据', 'Basis'),
    handling: long('处理意见', 'Handling').optional(),
  }),
} as const
