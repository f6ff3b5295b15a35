import { day, Month } from '../../kernel/day.ts'
import type { Official, PastAudit, Tenure } from './model.ts'

export const anOfficial = (over: Partial<Official> = {}): Official => ({
  id: '00000000-0000-7000-8000-000000000201',
  number: 'G001',
  name: '周明远',
  sex: 'male',
  bornIn: Month.parse('1974-05'),
  formerNames: [],
  jurisdiction: '990100',
  version: 1,
  ...over,
})

/** Director of the transport bureau (the unit of places' sample) since 2022. */
export const aTenure = (over: Partial<Tenure> = {}): Tenure => ({
  id: '00000000-0000-7000-8000-000000000301',
  official: '00000000-0000-7000-8000-000000000201',
  unit: '00000000-0000-7000-8000-000000000101',
  post: '党组书记、局长',
  headship: 'head',
  startsOn: day('2022-07-01'),
  endsOn: null,
  precision: 'day',
  class: null,
  basis: null,
  jurisdiction: '990100',
  version: 1,
  ...over,
})

export const aPastAudit = (over: Partial<PastAudit> = {}): PastAudit => ({
  id: '00000000-0000-7000-8000-000000000401',
  official: '00000000-0000-7000-8000-000000000201',
  tenure: null,
  unit: '00000000-0000-7000-8000-000000000101',
  kind: 'inOffice',
  on: day('2023-06-30'),
  source: 'project:00000000-0000-7000-8000-000000000501',
  ...over,
})

/** What an appointment form holds and no part of the house may keep: family, health, proposals, number, photo. */
export const secrets = [
  '林建国',
  '家属单位某医院',
  '慢性胃病',
  '拟任市长职务',
  '拟免局长职务',
  '任免理由某某',
  '410101197603072321',
  'QUJDREVGRw',
  '记三等功',
  '某大学中文系',
  '填表人某',
]

const resume = [
  '1994.09--1998.07  中南大学会计学专业学习',
  '1998.07--2003.05  澜江市财政局科员',
  '2003.05--2012.08  澜江市财政局副科长（其间：2005.09--2007.07在中央党校学习）',
  '2012.08--         澜江市交通运输局党组书记、局长',
  '早年经历不详',
]

/** A synthetic .lrmx with everything in it that must be dropped. */
export const aForm = (over: { name?: string; resume?: readonly string[] } = {}): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>\r\n<Person>\r\n  <Version>3.2.1.16</Version>',
    `<XingMing>${over.name ?? '林  若溪'}</XingMing><XingBie>女</XingBie><ChuShengNianYue>197603</ChuShengNianYue>`,
    '<JianKangZhuangKuang>慢性胃病</JianKangZhuangKuang><QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>某大学中文系</QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>',
    '<XianRenZhiWu>澜江市交通运输局党组书记、局长</XianRenZhiWu><NiRenZhiWu>拟任市长职务</NiRenZhiWu><NiMianZhiWu>拟免局长职务</NiMianZhiWu>',
    `<JianLi>${(over.resume ?? resume).join('\r\n')}</JianLi>`,
    '<JiangChengQingKuang>记三等功</JiangChengQingKuang><RenMianLiYou>任免理由某某</RenMianLiYou>',
    '<JiaTingChengYuan><Item><ChengWei>丈夫</ChengWei><XingMing>林建国</XingMing><ChuShengRiQi>197401</ChuShengRiQi>',
    '<GongZuoDanWeiJiZhiWu>家属单位某医院</GongZuoDanWeiJiZhiWu></Item></JiaTingChengYuan>',
    '<ShenFenZheng>410101197603072321</ShenFenZheng><ZhaoPian>QUJDREVGRw==</ZhaoPian><TianBiaoRen>填表人某</TianBiaoRen>\r\n</Person>\r\n',
  ].join('\r\n  ')

const lrmValues: Readonly<Record<number, string>> = {
  0: '林  若溪',
  1: '女',
  2: '197603',
  6: '慢性胃病',
  10: '某大学中文系',
  17: resume.join('\r\n'),
  18: '记三等功',
  20: '丈夫',
  21: '林建国',
  24: '家属单位某医院',
  25: '党组书记,局长',
  26: '拟任市长职务',
  27: '拟免局长职务',
  28: '任免理由某某',
  31: '填表人某',
}
/** The same person as one quoted record of the older kind. */
export const aLrm = (): string => Array.from({ length: 33 }, (_, place) => `"${lrmValues[place] ?? ''}"`).join(',')
