/** Headers of the registry's files that linking needs; the rest of each file is left alone. */
export const headers = {
  'units.csv': {
    number: '编号',
    name: '单位全称',
    shortNames: '简称',
    superior: '上级编号',
    jurisdiction: '区划代码',
    formerNames: '曾用名',
  },
  'officials.csv': { number: '编号', name: '姓名', formerNames: '曾用名' },
  'tenures.csv': { official: '官员编号', unit: '单位编号', post: '职务', headship: '主要负责人', startsOn: '任职起', endsOn: '任职止' },
  'regulations.csv': { title: 'title', aliases: 'aliases' },
} as const
export const aliasSeparator = /[；;|、]/
/** A note in brackets after a header is no part of it. */
export const headerNote = /[（(].*$/
