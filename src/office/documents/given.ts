import { zipSync } from 'fflate'
import type { GivenFile } from '../../kernel/given.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, Refused } from '../../platform/stop.ts'
import type { IssuedPaper } from './model.ts'
import { type Documents, typeNamed } from './registry.ts'
import { editionsOf } from './store.ts'
import { soundBytes, typeset } from './typeset.ts'
import { wordType } from './word.ts'

const pdfType = 'application/pdf'
type Files = Pick<Desk, 'read' | 'store'>

const plain = (text: string) => text.replace(/[\\/:*?"<>|\r\n]+/g, ' ').trim()
const nameOf = (paper: IssuedPaper, ending: string) =>
  `${plain([paper.number, paper.title.replace(/\s+/g, '')].filter(Boolean).join(' '))}.${ending}`

/** The paper's Word file: frozen bytes checked against their hash, an earlier edition, or a draft set as it stands. */
export async function wordOf(desk: Files, house: Documents, paper: IssuedPaper, edition?: number): Promise<GivenFile> {
  if (edition !== undefined) {
    const kept = found((await editionsOf(desk.read, paper.id)).find((each) => each.edition === edition))
    return { name: nameOf(paper, `v${edition}.docx`), type: wordType, bytes: await soundBytes(desk.store, kept.sha256) }
  }
  if (paper.sha256 !== null) return { name: nameOf(paper, 'docx'), type: wordType, bytes: await soundBytes(desk.store, paper.sha256) }
  const { bytes } = await typeset(desk, typeNamed(house, paper.kind), paper)
  return { name: nameOf(paper, 'docx'), type: wordType, bytes }
}

/** The paper's PDF; refused while there is none. */
export async function pdfOf(desk: Files, paper: IssuedPaper): Promise<GivenFile> {
  if (paper.pdfSha256 === null) throw new Refused(refuse('pdfNotMade'))
  return { name: nameOf(paper, 'pdf'), type: pdfType, bytes: await soundBytes(desk.store, paper.pdfSha256) }
}

type Bundle = { papers: readonly IssuedPaper[]; beside?: readonly { name: string; bytes: Uint8Array }[] }
/** Papers in one archive, numbered in the order given: each as PDF where there is one, else as Word; and files that go with them. */
export async function zipOf(desk: Files, house: Documents, { papers, beside = [] }: Bundle): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = Object.fromEntries(beside.map(({ name, bytes }) => [name, bytes]))
  for (const [at, paper] of papers.entries()) {
    const file = paper.pdfSha256 === null ? await wordOf(desk, house, paper) : await pdfOf(desk, paper)
    files[`${String(at + 1).padStart(2, '0')} ${file.name}`] = file.bytes
  }
  return new Uint8Array(zipSync(files, { level: 6 }))
}
