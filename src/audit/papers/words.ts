/** How facts of a case are written in its papers. */
export const words = {
  grade: { direct: '直接责任', leading: '领导责任', supervising: '主管责任' },
  bears: '{name}同志负{grade}',
  period: '{from}至{to}',
  kind: { inOffice: '任中审计', departure: '离任审计' },
  and: '、',
  refusal: {},
} as const
