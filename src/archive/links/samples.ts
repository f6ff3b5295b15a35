import { day } from '../../kernel/day.ts'
import type { Official, Tenure } from '../../registers/auditees/model.ts'
import { anOfficial, aTenure } from '../../registers/auditees/samples.ts'
import type { Unit } from '../../registers/places/model.ts'
import { aUnit } from '../../registers/places/samples.ts'

const id = (tail: string) => `00000000-0000-7000-8000-0000007${tail}`

/** Two bureaus of the fictional city. */
export const units: readonly Unit[] = [
  aUnit({
    id: id('00101'),
    number: 'U101',
    name: '澜江市财政局',
    shortNames: ['市财政局'],
    formerNames: [],
    superior: null,
    jurisdiction: '990100',
  }),
  aUnit({ id: id('00102'), number: 'U102', name: '澜江市教育局', shortNames: [], formerNames: [], superior: null, jurisdiction: '990100' }),
]
/** Two officials of one name in different bureaus, and one whose name is a word. */
export const officials: readonly Official[] = [
  anOfficial({ id: id('00201'), number: 'G201', name: '张明远' }),
  anOfficial({ id: id('00202'), number: 'G202', name: '张明远' }),
  anOfficial({ id: id('00203'), number: 'G203', name: '高明' }),
]
export const tenures: readonly Tenure[] = [
  aTenure({
    id: id('00301'),
    official: id('00201'),
    unit: id('00101'),
    post: '党组书记、局长',
    startsOn: day('2018-03-01'),
    endsOn: day('2022-06-30'),
  }),
  aTenure({
    id: id('00302'),
    official: id('00202'),
    unit: id('00102'),
    post: '副局长',
    headship: 'other',
    startsOn: day('2017-01-01'),
    endsOn: null,
  }),
  aTenure({
    id: id('00303'),
    official: id('00203'),
    unit: id('00101'),
    post: '副局长',
    headship: 'other',
    startsOn: day('2019-01-01'),
    endsOn: null,
  }),
]

export const reportName = '财政局经责报告.txt'
export const aReport = `关于张明远同志任澜江市财政局局长期间经济责任履行情况的审计报告
一、基本情况
张明远同志自2018年3月至2022年6月任澜江市财政局党组书记、局长，主持全面工作。
二、审计发现的主要问题
2020年，市财政局副局长高明擅自将专项资金300万元借给下属企业使用，质量提高明显不足。
个体工商户张明远承接了该局的维修工程。
上述做法违反《中华人民共和国预算法》第五十七条。
`
