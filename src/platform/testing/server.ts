import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../migrate.ts'
import { openServer, stopIfAbandoned } from '../postgres/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    templateName: string
    /** Where the files and keys of the demonstration city are kept, once it has been loaded. */
    cityFolder: string
    /** Why there is no template, if so: only the tests that need a database fail then. */
    templateTrouble: string | null
  }
}

/** A crash of the machine may cost a test run, never a record: only here the disk is not waited for. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', shared_buffers: '128MB' }
const templateName = 'migrated'
const prefix = 'guantong-testdb-'

/** One real database server for the whole test run, with one migrated database to copy from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandoned()
  const dataFolder = mkdtempSync(join(tmpdir(), prefix))
  const server = await openServer({ dataFolder, settings: careless })
  project.provide('databaseUrl', server.url)
  project.provide('templateName', templateName)
  project.provide('cityFolder', join(dataFolder, 'city'))
  project.provide('templateTrouble', await makeTemplate(server.url).then(() => null, String))
  return async () => {
    await server.release()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** Runs that were killed could not tidy up; another user's are his own affair. */
async function sweepAbandoned(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix) && existsSync(join(tmpdir(), name, 'database', 'leases')))
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const isAbandoned = await stopIfAbandoned(folder).catch(() => false)
    if (isAbandoned) rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`create database ${templateName}`)
  await client.end()
  await migrate(url.replace('/guantong?', `/${templateName}?`))
}
