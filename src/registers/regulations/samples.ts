import type { ClockRow } from './model.ts'

/** A short regulation of the fictional city in two texts: the later one renumbers, changes and drops articles. */
export const aLawText = `# 澜江市审计监督办法

2016年3月1日 澜江市人民政府第三次常务会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了加强审计监督，根据《中华人民共和国审计法》第三条、第五条的规定，制定本办法。

第二条 审计机关依法独立行使审计监督权。

依照前款规定开展审计的，适用本办法第三条。

## 第二章 整改

第三条 被审计单位应当报告下列整改情况：

（一）执行审计决定的情况；

（二）采纳审计建议的情况。

第四条 本办法自2016年5月1日起施行。`

export const aLaterLawText = `# 澜江市审计监督办法

2016年3月1日 澜江市人民政府第三次常务会议通过

2024年6月1日 澜江市人民政府第九次常务会议修订

<!-- INFO END -->

第一条 为了加强审计监督，根据《中华人民共和国审计法》第三条、第五条的规定，制定本办法。

第二条 坚持党对审计工作的领导。

第三条 审计机关依法独立行使国家审计监督权。

第四条 本办法自2024年9月1日起施行。`

/** A local row: sixty calendar days for the rectification report, in the fictional city. */
export const aClockDraft = (over: Partial<Omit<ClockRow, 'id' | 'version'>> = {}): Omit<ClockRow, 'id' | 'version'> => ({
  rule: 'rectification.report',
  title: { zh: '书面报告审计整改情况', en: 'Report on rectification' },
  region: '990100',
  amount: 60,
  unit: 'calendarDay',
  roll: 'nextWorkingDay',
  direction: 'after',
  startEvent: 'reportReceived',
  startOffset: 1,
  validFrom: null,
  validUntil: null,
  selectedBy: 'start',
  lawTitle: '澜江市审计监督办法',
  lawVersion: null,
  article: 3,
  paragraph: null,
  item: null,
  verified: false,
  note: null,
  ...over,
})
