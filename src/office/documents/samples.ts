import type { Paper } from './model.ts'

/** One believable short report of the fictional city. */
export const aPaper = (over: Partial<Paper> = {}): Paper => ({
  number: '澜审经责报〔2025〕14号',
  secrecy: '工作秘密',
  title: ['关于澜江市交通运输局局长周明远', '任期经济责任审计的报告'],
  addressee: '澜江市委审计委员会办公室',
  blocks: [
    { kind: 'heading', level: 1, text: '一、审计发现的主要问题' },
    { kind: 'heading', level: 2, text: '（一）工程与采购方面' },
    {
      kind: 'paragraph',
      runs: [
        { text: '2023年至2024年，三个养护项目化整为零规避公开招标，涉及合同金额862.40万元。', marks: [1, 2] },
        { text: '周明远对此负直接责任。', marks: [2], strong: true },
      ],
    },
    {
      kind: 'table',
      header: ['项目', '金额（万元）'],
      rows: [
        ['养护一期', '402.10'],
        ['养护二期', '460.30'],
      ],
      widths: [3, 2],
    },
    {
      kind: 'sources',
      title: '来源',
      sources: [
        { number: 1, text: '审计报告.docx 第12段' },
        { number: 2, text: '取证单 E-11' },
      ],
    },
  ],
  signature: { signer: '澜江市审计局', date: '2025年8月20日' },
  watermark: '张敏 2025-11-21',
  subject: '经济责任审计报告',
  ...over,
})
