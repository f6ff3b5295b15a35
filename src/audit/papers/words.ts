/** How facts of a case are written in its papers. */
export const words = {
  period: '{from}至{to}',
  kind: { inOffice: '任中审计', departure: '离任审计' },
  and: '、',
  refusal: {},
} as const
