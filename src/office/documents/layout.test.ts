import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aPaper } from './samples.ts'
import { wordDocument } from './word.ts'

const folder = mkdtempSync(join(tmpdir(), 'layout-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const why = office ? '' : ' (skipped: LibreOffice is not installed, so nothing can be typeset here)'

type Item = { str: string; transform: readonly number[] }
/** The lines of one page as their text, top to bottom, read from the typeset PDF. */
async function linesOn(pdf: Uint8Array, number: number): Promise<string[]> {
  const { getDocumentProxy } = await import('unpdf')
  const page = await (await getDocumentProxy(pdf)).getPage(number)
  const items = (await page.getTextContent()).items.filter((item): item is Item & typeof item => 'str' in item && item.str.trim() !== '')
  const lines = new Map<number, string>()
  for (const { str, transform } of items) {
    const height = Math.round((transform[5] ?? 0) / 4)
    lines.set(height, `${lines.get(height) ?? ''}${str}`)
  }
  return [...lines].sort(([one], [other]) => other - one).map(([, text]) => text)
}

test.skipIf(!office)(`a full page of body text has 22 lines of 28 characters${why}`, { timeout: 120_000 }, async () => {
  const long = { kind: 'paragraph', runs: [{ text: '审'.repeat(28 * 22 * 3) }] } as const
  const paper = aPaper({ number: null, secrecy: null, addressee: null, signature: null, watermark: null, blocks: [long] })
  writeFileSync(join(folder, 'a.docx'), await wordDocument(paper))
  const profile = `-env:UserInstallation=file://${folder}/profile`
  execFileSync(office ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'a.docx')], {
    stdio: 'ignore',
    timeout: 100_000,
  })
  const lines = (await linesOn(new Uint8Array(readFileSync(join(folder, 'a.pdf'))), 2)).filter((line) => line.includes('审'))
  expect(lines.length).toBe(22)
  expect(lines[1]?.length).toBe(28)
})
