import { day } from '../../kernel/day.ts'
import { fen } from '../../kernel/money.ts'
import type { Finding, Objection, Tolerance } from './model.ts'

/** One finding of the fictional city. */
export const aFinding = (over: Partial<Finding> = {}): Finding => ({
  id: '00000000-0000-7000-8000-000000000601',
  number: 'F-25-031',
  project: '00000000-0000-7000-8000-000000000501',
  title: '养护项目化整为零规避公开招标',
  problemClass: 'F07-02',
  standard: null,
  facts: '2023年至2024年，三个养护项目化整为零规避公开招标。',
  cause: null,
  consequence: null,
  actOn: null,
  established: 'confirmed',
  year: 2025,
  unit: '00000000-0000-7000-8000-000000000012',
  periodFrom: day('2023-01-01'),
  periodTo: day('2024-12-31'),
  money: [{ kind: 'breach', fen: fen(862_400_000) }],
  basis: ['《中华人民共和国招标投标法》第四条'],
  reportFile: '澜审经责报〔2025〕14号.txt',
  document: null,
  paragraph: 3,
  start: null,
  end: null,
  jurisdiction: '990100',
  version: 1,
  ...over,
})

type About = { id: string; finding: string; official: string }
export const aTolerance = (about: About): Tolerance => ({
  ...about,
  decidedOn: day('2025-09-10'),
  outcome: 'exempt',
  reason: '属先行先试中的失误，程序完备，未谋取私利',
  wording: null,
})
export const anObjection = (about: About, over: Partial<Objection> = {}): Objection => ({
  ...about,
  raisedOn: day('2025-09-01'),
  text: '该笔资金已按规定归垫',
  outcome: 'pending',
  decidedOn: null,
  decidedBy: null,
  reason: null,
  effect: null,
  correctedText: null,
  correctedGrade: null,
  ...over,
})

/** The report the findings cite: four paragraphs. */
export const townReport = {
  name: '澜审经责报〔2025〕14号.txt',
  text: [
    '关于周明远任期经济责任审计的报告',
    '一、审计发现的主要问题',
    '2023年至2024年，三个养护项目化整为零规避公开招标，涉及合同金额862.40万元。𠮷',
    '二、车辆编制超配，多占用公务用车两辆。',
  ].join('\n'),
}

export const townFindings = `${[
  '问题编号,项目编号,标题,问题类别,事实,单位编号,起,止,违规金额(元),损失浪费金额(元),管理不规范金额(元),应上缴(元),依据,责任人编号,责任类型,本人意见,意见采纳,报告文件,报告段落',
  'F-25-031,2025-U012-LJ0001-R,养护项目化整为零规避公开招标,F07-02,2023年至2024年，三个养护项目化整为零规避公开招标。,U012,2023-01-01,2024-12-31,"8,624,000.00",,1200.50,,《中华人民共和国招标投标法》第四条,LJ0001,直接责任,金额应由918万元调减,部分采纳,澜审经责报〔2025〕14号.txt,3',
  'F-25-031,2025-U012-LJ0001-R,养护项目化整为零规避公开招标,F07-02,2023年至2024年，三个养护项目化整为零规避公开招标。,U012,2023-01-01,2024-12-31,"8,624,000.00",,1200.50,,《中华人民共和国招标投标法》第四条,LJ0002,领导责任,,,澜审经责报〔2025〕14号.txt,3',
  'F-25-032,2025-U012-LJ0001-R,车辆编制超配,机构编制执行,多占用公务用车两辆。,U012,,,,,,,,LJ0001,领导责任,,,澜审经责报〔2025〕14号.txt,4',
  'F-16-001,2016-U013-LJ0001-R,往来款长期挂账,F05-06,往来款长期未清理。,U013,,,,,,,,LJ0001,主管责任,,,,',
].join('\n')}\n`
