import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { words } from './fonts.words.ts'

const names = ['soffice', 'libreoffice', 'soffice.exe']
const usual = ['/usr/lib/libreoffice/program', '/opt/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS']

/** Where LibreOffice is, or null: it is optional, everything says so when it is missing. */
export function findLibreOffice(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...usual].filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null
}

type Run = { program: string; args: readonly string[]; seconds: number; fonts: string }
const run = ({ program, args, seconds, fonts }: Run): Promise<boolean> =>
  new Promise((done) => {
    const env = { ...process.env, FONTCONFIG_FILE: fonts }
    execFile(program, [...args], { timeout: seconds * 1000, killSignal: 'SIGKILL', windowsHide: true, env }, (error) =>
      done(error === null),
    )
  })

/**
 * Names free fonts for those that official papers ask for, beside the system's own settings; fonts that the office itself
 * has in the folder GUANTONG_FONTS come first. On Windows and macOS fontconfig is not asked, and this is without effect.
 */
async function fontSettings(folder: string): Promise<string> {
  const own = process.env.GUANTONG_FONTS ? `<dir>${process.env.GUANTONG_FONTS}</dir>` : ''
  const aliases = Object.entries(words.standIns).map(
    ([name, others]) =>
      `<alias binding="same"><family>${name}</family><prefer>${others.map((each) => `<family>${each}</family>`).join('')}</prefer></alias>`,
  )
  const file = join(folder, 'fonts.conf')
  await writeFile(file, `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${own}${aliases.join('')}</fontconfig>`)
  return file
}

const asked = (folder: string, to: string): readonly string[] => [
  `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
  ...['--headless', '--convert-to', to, '--outdir', join(folder, 'out')],
]

export type Conversion = { file: string; done(): Promise<void> }
/** Converts one file in a profile and folder of its own; null when it fails. The caller calls done() to remove them. */
export async function convertFile(path: string, to: 'docx' | 'pdf' | 'doc', seconds = 60): Promise<Conversion | null> {
  const program = findLibreOffice()
  if (!program) return null
  const folder = await mkdtemp(join(tmpdir(), 'guantong-'))
  const done = () => rm(folder, { recursive: true, force: true })
  const args = [...asked(folder, to), path]
  const ok = await run({ program, args, seconds, fonts: await fontSettings(folder) })
  const made = ok ? (await readdir(join(folder, 'out')).catch(() => [])).find((name) => name.endsWith(`.${to}`)) : undefined
  if (made) return { file: join(folder, 'out', made), done }
  await done()
  return null
}

/** Turns Word files into PDFs, all in one run; null when LibreOffice is missing or one of them cannot be turned. */
export async function pdfsOf(files: readonly Uint8Array[], seconds = 180): Promise<Uint8Array[] | null> {
  if (files.length === 0) return []
  const program = findLibreOffice()
  if (!program) return null
  const folder = await mkdtemp(join(tmpdir(), 'guantong-'))
  const names = files.map((_, at) => String(at + 1).padStart(4, '0'))
  try {
    for (const [at, bytes] of files.entries()) await writeFile(join(folder, `${names[at]}.docx`), bytes)
    const args = [...asked(folder, 'pdf'), ...names.map((name) => join(folder, `${name}.docx`))]
    if (!(await run({ program, args, seconds, fonts: await fontSettings(folder) }))) return null
    return await Promise.all(names.map((name) => readFile(join(folder, 'out', `${name}.pdf`))))
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
