import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** For tests: another process that opens the server, holds it, and releases it when its standard input ends. */
const script = `
import { openServer } from './launcher.mjs'
const server = await openServer({ dataFolder: process.argv[2] })
console.log(server.url)
process.stdin.on('end', async () => {
  if (process.argv[3] !== 'forget') await server.release()
  process.exit(0)
})
process.stdin.resume()
`

export type Launcher = { folder: string; remove(): void }

/** The launcher as one file, in a folder from which it finds its packages. */
export function buildLauncher(parent = join('node_modules', '.cache')): Launcher {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'launcher-'))
  const outfile = join(folder, 'launcher.mjs')
  buildSync({
    entryPoints: ['src/platform/postgres/server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  writeFileSync(join(folder, 'holder.mjs'), script)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type Holder = { url: Promise<string>; kill(signal?: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<void>; finish(): Promise<number> }

export function holdIn(launcher: Launcher, dataFolder: string, manner: 'release' | 'forget' = 'release'): Holder {
  const child = spawn(process.execPath, [join(launcher.folder, 'holder.mjs'), dataFolder, manner], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code) => resolve(code ?? -1))
  })
  return {
    url: firstLineOf(child),
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await ended
    },
    finish: () => {
      child.stdin.end()
      return ended
    },
  }
}

function firstLineOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8')
    })
    child.stdout?.on('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()))
    child.on('close', () => reject(new Error(errors || 'the holder ended without a word')))
  })
}
