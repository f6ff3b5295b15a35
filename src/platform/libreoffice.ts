import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const names = ['soffice', 'libreoffice', 'soffice.exe']
const usual = ['/usr/lib/libreoffice/program', '/opt/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS']

/** Where LibreOffice is, or null: it is optional, everything says so when it is missing. */
export function findLibreOffice(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...usual].filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null
}

const run = (program: string, args: readonly string[], seconds: number): Promise<boolean> =>
  new Promise((done) => {
    execFile(program, [...args], { timeout: seconds * 1000, killSignal: 'SIGKILL', windowsHide: true }, (error) => done(error === null))
  })

export type Conversion = { file: string; done(): Promise<void> }
/** Converts one file in a profile and folder of its own; null when it fails. The caller calls done() to remove them. */
export async function convertFile(path: string, to: 'docx' | 'pdf' | 'doc', seconds = 60): Promise<Conversion | null> {
  const program = findLibreOffice()
  if (!program) return null
  const folder = await mkdtemp(join(tmpdir(), 'guantong-'))
  const done = () => rm(folder, { recursive: true, force: true })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const ok = await run(program, [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), path], seconds)
  const made = ok ? (await readdir(join(folder, 'out')).catch(() => [])).find((name) => name.endsWith(`.${to}`)) : undefined
  if (made) return { file: join(folder, 'out', made), done }
  await done()
  return null
}
