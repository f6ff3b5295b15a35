import type { ReportKind } from '../model.ts'

/** The marks that number headings, outermost first: a run of them starts at 1 and rises by one within its parent. */
export const markers: readonly { level: number; pattern: RegExp }[] = [
  { level: 1, pattern: /([一二三四五六七八九十]{1,3})、/y },
  { level: 2, pattern: /[（(]([一二三四五六七八九十]{1,3})[）)]/y },
  { level: 3, pattern: /([0-9０-９]{1,2})(?:[.．](?![0-9０-９])|、)/y },
  { level: 4, pattern: /[（(]([0-9０-９]{1,2})[）)]/y },
]
/** Any of the marks, to find where one may stand. */
export const someMarker = /[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})(?:[）)、]|[.．](?![0-9０-９]))/g
/** What ends a sentence: after it a heading may begin inside a line. */
export const sentenceEnd = /[。！？!?][”’"'」』）)]*$/
export const han = /\p{Script=Han}/u
export const headingStop = /[。！？\s]/
export const markdownHeading = /^(#{1,6})[ \t]+/

const year = '[0-9０-９]{4}|[〇○零一二三四五六七八九]{4}'
/** A document number: organ, year in brackets, serial number. */
export const documentNumber =
  /[\p{Script=Han}]{1,14}\s*[〔[（(【［]\s*((?:19|20|１９|２０)[0-9０-９]{2})\s*[〕\]）)】］]\s*(?:第\s*)?[0-9０-９]{1,5}\s*号/u
export const wholeDate = new RegExp(
  `(${year})\\s*年\\s*[0-9０-９一二三四五六七八九十]{1,3}\\s*月\\s*[0-9０-９一二三四五六七八九十]{1,3}\\s*日`,
  'g',
)
/** What may stand beside a document number on its own line. */
export const beside = /文号|编号|字号|签发人|密级|特急|加急|内部|[：:（）()\s]|[\p{Script=Han}]{2,3}$/gu

export const titleEnding =
  /(?:报告|意见|决定|通知|公告|通报|函|办法|方案|规定|条例|纪要|总结|清单|汇报|情况|公报)(?:（[^）]{1,12}）|\([^)]{1,12}\))?$/
export const titleBeginning = /^关于/
/** A title that ran into the line of its addressees. */
export const titleBeforeAddressee = /^(关于.{4,80}?(?:报告|公告|意见|决定|通知|函))[^的。，,]{2,30}[：:]$/
export const notTitle = /^[一二三四五六七八九十]{1,3}、|^[（(][一二三四五六七八九十\d]{1,3}[）)]|[。；;，,：:]$|^[【[（(#*\-|]|^[\d\s.]+$/

/** Words of a title that tell the kind, the first that fits. */
export const kindWords: readonly { kind: ReportKind; pattern: RegExp }[] = [
  { kind: 'rectificationReport', pattern: /整改(?:情况|结果|落实情况|工作)?(?:的)?(?:报告|汇报|公告)|整改情况$/ },
  { kind: 'resultReport', pattern: /审计结果(?:报告|公告)|结果报告|结果的报告/ },
  { kind: 'auditReport', pattern: /审计(?:工作)?(?:的)?报告|审计报告/ },
]
/** Press pages name their source or editor. */
export const pressWords = /来源[：:]|发布时间[：:]|责任编辑|记者|据.{2,20}(?:局|厅|署|报|网)[，,]/
