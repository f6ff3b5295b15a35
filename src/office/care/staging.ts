import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { keysFolder } from '../../platform/keys.ts'
import { notesFolder } from '../../platform/seal.ts'

const folders = [keysFolder, notesFolder]

/** A folder of its own inside the data folder, readable by its owner only, gone when the work is done. */
export async function aside<T>(dataFolder: string, work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(dataFolder, { recursive: true })
  const folder = mkdtempSync(join(dataFolder, 'care-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copies keys and notes: what is copied before the database is looked at never knows more than it. */
export function stage(dataFolder: string, to: string): void {
  for (const of of folders) {
    mkdirSync(of(to), { recursive: true, mode: 0o700 })
    if (existsSync(of(dataFolder))) cpSync(of(dataFolder), of(to), { recursive: true })
  }
}

/** What is staged, by its name in the backup (`keys/entries.key`); half-written files of a moment ago are left out. */
export const staged = (folder: string): { name: string; path: string }[] =>
  folders.flatMap((of) =>
    readdirSync(of(folder))
      .filter((name) => !name.startsWith('.'))
      .map((name) => ({ name: `${basename(of(folder))}/${name}`, path: join(of(folder), name) })),
  )

/** Puts the staged keys and notes into their place; answers how to take that back. */
export function install(dataFolder: string, from: string): () => void {
  const former = join(from, 'former')
  mkdirSync(former)
  const undo: (() => void)[] = []
  for (const of of folders) {
    const [here, staging, old] = [of(dataFolder), of(from), of(former)]
    if (existsSync(here)) {
      renameSync(here, old)
      undo.unshift(() => renameSync(old, here))
    }
    renameSync(staging, here)
    undo.unshift(() => renameSync(here, staging))
  }
  return () => {
    for (const step of undo) step()
  }
}
