/** How the demonstration's workbooks write what the sheets read. */
export const cells = {
  sex: { male: '男', female: '女' },
  headship: { head: '是', acting: '主持工作', other: '否' },
  kind: { inOffice: '任中', departure: '离任' },
  grade: { direct: '直接责任', leading: '领导责任', supervising: '主管责任' },
  until: '至',
} as const
