import { wordDocument, wordType } from '../../office/documents/word.ts'
import { type Handler, serve, stopIf } from '../../platform/serve.ts'
import { findUnits } from '../../registers/places/store.ts'
import { workbook } from '../projects/export.ts'
import { findProjects, officialsById } from '../projects/store.ts'
import { announcementPaper, mostAnnounced, whyNotAnnounce } from './announcement.doc.ts'
import { exportAnnouncement, exportFindings } from './contract.ts'
import { findingCells, findingsSheet } from './findings.sheet.ts'
import { allClasses, partsOf } from './store.ts'
import { listFindings } from './store-list.ts'
import { words } from './words.ts'

const most = 1_000_000

/** Findings that stand, in the words of a published announcement, as a paper to be edited and published. */
const announcement = serve(exportAnnouncement, async ({ input, read, today, seen }) => {
  seen('finding:list')
  const counted = input.counted.length > 0 ? input.counted : (['stands'] as const)
  const asked = { ...input, counted: [...counted], established: 'confirmed' as const }
  const { rows, total } = await listFindings(read, { ...asked, offset: 0, limit: mostAnnounced })
  stopIf(whyNotAnnounce(total))
  const paper = announcementPaper({ findings: rows, classes: await allClasses(read), on: today })
  return { name: `${paper.subject}-${today}.docx`, type: wordType, bytes: await wordDocument(paper) }
})

/** The findings that fit, one row a responsible official, as the workbook they can be imported from. */
export const exportFindingsApi: readonly Handler[] = [
  announcement,
  serve(exportFindings, async ({ input, read, today, tongue, seen }) => {
    seen('finding:list')
    const { rows } = await listFindings(read, { ...input, offset: 0, limit: most })
    const parts = await partsOf(
      read,
      rows.map((row) => row.id),
    )
    const officials = await officialsById(
      read,
      parts.responsibilities.map((each) => each.official),
    )
    const projects = new Map(
      (await findProjects(read, [...new Set(rows.map((row) => row.project))])).map((project) => [project.id, project.number ?? '']),
    )
    const units = new Map((await findUnits(read, [...new Set(rows.map((row) => row.unit))])).map((unit) => [unit.id, unit.number]))
    const cells = rows.flatMap((finding) => {
      const base = { finding, project: projects.get(finding.project) ?? '', unit: units.get(finding.unit) ?? '' }
      const own = parts.responsibilities.filter((each) => each.finding === finding.id)
      if (own.length === 0) return [findingCells(base)]
      return own.map(({ official, grade }) => {
        const reply = parts.replies.find((each) => each.finding === finding.id && each.official === official)
        return findingCells({ ...base, official: officials.get(official)?.number ?? '', grade, ...(reply ? { reply } : {}) })
      })
    })
    const headers = findingsSheet.columns.map(({ header }) => header)
    return workbook(words.title.findings[tongue], headers, cells, today)
  }),
]
