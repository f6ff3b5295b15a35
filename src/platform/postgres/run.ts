import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'

/** The system user who owns the database when we are root; null = whoever runs us. */
export type Owner = { uid: number; gid: number } | null

/** Nothing of the caller's environment (PG*, LD_*, locale) may change how the database behaves. */
const environment: NodeJS.ProcessEnv = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

/** Our folder may be closed to the other user, so programs start at the root of the file system. */
export const asOwner = (owner: Owner): SpawnOptions => ({ cwd: '/', env: environment, ...owner })

export type Outcome = { ok: boolean; output: string }

/** Runs a program to its end and keeps what it said. */
export function run(program: { file: string; args: string[]; owner: Owner }): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program.file, program.args, { ...asOwner(program.owner), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (status) => resolve({ ok: status === 0, output: output.trim() }))
  })
}

/** The same for short system programs. */
export function runNow(program: { file: string; args: string[]; owner: Owner }): Outcome {
  const done = spawnSync(program.file, program.args, { ...asOwner(program.owner), stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  const output = done.error?.message ?? `${done.stdout}${done.stderr}`.trim()
  return { ok: done.status === 0, output }
}
