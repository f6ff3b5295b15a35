import type { Block, Paper } from '../../office/documents/model.ts'
import type { DemoAudit, DemoFinding } from './audits.ts'
import { standing } from './problems.words.ts'

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const numeral = (count: number): string => (count <= 10 ? (numerals[count - 1] ?? '') : `十${numerals[count - 11] ?? ''}`)
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text })
const chineseDay = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const kindOf = { inOffice: '任期', departure: '离任' } as const
const gradeOf = { direct: '直接责任', leading: '领导责任', supervising: '主管责任' } as const

function findingBlocks(finding: DemoFinding, index: number, official: string): Block[] {
  const responsibility = finding.grade ? [paragraph(`${official}同志对上述问题负${gradeOf[finding.grade]}。`)] : []
  const basis = paragraph(`上述行为不符合${finding.plan.basis}的规定。`)
  return [heading(2, `（${numeral(index + 1)}）${finding.title}`), paragraph(finding.facts), basis, ...responsibility]
}

/** 经济责任审计报告 of one audit: basis, conduct, unit and post, performance, problems with responsibility, evaluation, advice. */
export function demoReport(audit: DemoAudit): Paper {
  const { tenure, findings } = audit
  const unit = tenure.unit.name
  const official = tenure.person.name
  const title = [`关于${official}同志任${unit}`, `${tenure.post}期间经济责任履行情况的审计报告`]
  return {
    ...{ number: audit.number, secrecy: null, title, addressee: `${official}同志、${unit}`, subject: '经济责任审计报告', watermark: null },
    blocks: [
      paragraph(
        `根据《中华人民共和国审计法》和年度审计项目计划，${standing.office}派出审计组，自${chineseDay(audit.startedOn)}起，对${official}同志自${chineseDay(audit.periodFrom)}至${chineseDay(audit.periodTo)}任${tenure.post}期间的经济责任履行情况进行了${kindOf[audit.kind]}审计。`,
      ),
      heading(1, '一、基本情况'),
      paragraph(`${official}同志自${chineseDay(tenure.startsOn)}起任${unit}${tenure.post}，主持全面工作。`),
      heading(1, '二、履行经济责任的主要情况'),
      paragraph(standing.performance.replace('{unit}', tenure.unit.short ?? unit)),
      heading(1, '三、审计发现的主要问题和责任认定'),
      ...findings.flatMap((finding, index) => findingBlocks(finding, index, official)),
      ...audit.asides.map(paragraph),
      heading(1, '四、总体评价'),
      paragraph(`审计结果表明，${official}同志任职期间，${audit.conclusion}。`),
      heading(1, '五、审计建议'),
      ...standing.advice.map((advice, index) => paragraph(`（${numeral(index + 1)}）${advice}`)),
    ],
    signature: { signer: standing.office, date: chineseDay(audit.reportedOn) },
  }
}
