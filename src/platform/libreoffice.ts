import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
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

export type Conversion = { file: string; done(): Promise<void> }
/** Converts one file in a profile and folder of its own; null when it fails. The caller calls done() to remove them. */
export async function convertFile(path: string, to: 'docx' | 'pdf' | 'doc', seconds = 60): Promise<Conversion | null> {
  const program = findLibreOffice()
  if (!program) return null
  const folder = await mkdtemp(join(tmpdir(), 'guantong-'))
  const done = () => rm(folder, { recursive: true, force: true })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const args = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), path]
  const ok = await run({ program, args, seconds, fonts: await fontSettings(folder) })
  const made = ok ? (await readdir(join(folder, 'out')).catch(() => [])).find((name) => name.endsWith(`.${to}`)) : undefined
  if (made) return { file: join(folder, 'out', made), done }
  await done()
  return null
}
