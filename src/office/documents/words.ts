/** Names of fonts, numerals and fixed phrases of official papers (GB/T 9704-2012). */
export const words = {
  font: { body: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', song: '宋体', title: '方正小标宋简体' },
  fontAlso: { body: '仿宋', kai: '楷体' },
  digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
  ten: '十',
  mark: { one: '{numeral}、', two: '（{numeral}）', three: '{number}.', four: '（{number}）' },
  day: { zh: '{year}年{month}月{day}日', en: '{year}-{month}-{day}' },
  month: { zh: '{year}年{month}月', en: '{year}-{month}' },
  title: { sources: { zh: '来源', en: 'Sources' } },
  pageDash: '—',
  colon: '：',
} as const
