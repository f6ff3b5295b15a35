import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clone, inClone, mainFile } from './paths.mjs'

/** What a build is made from, and what it says it was made from. */
const roots = [
  'src',
  'scripts/build.mjs',
  'scripts/bundle.mjs',
  'scripts/pages.mjs',
  'vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
]
const noteFile = join('dist', 'built-from.json')
const isSource = (path) => !/\.test\.tsx?$|^src\/platform\/testing\/|\/\./.test(path)

function filesBelow(path) {
  const full = inClone(path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  )
}

const sources = () => roots.flatMap(filesBelow).filter(isSource).sort()

function digest(lines) {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line).update('\n')
  return hash.digest('hex')
}

const byLook = (paths) =>
  digest(
    paths.map((path) => {
      const { size, mtimeMs } = statSync(inClone(path))
      return `${path} ${size} ${mtimeMs}`
    }),
  )
const byContent = (paths) =>
  digest(
    paths.map(
      (path) =>
        `${path} ${createHash('sha256')
          .update(readFileSync(inClone(path)))
          .digest('hex')}`,
    ),
  )

/** Taken before a build begins, so that an edit during it makes the result stale. */
export function lookAtSources() {
  const paths = sources()
  return { look: byLook(paths), content: byContent(paths) }
}

export const writeNote = (folder, note) => writeFileSync(join(folder, 'built-from.json'), JSON.stringify(note))

function readNote() {
  try {
    return JSON.parse(readFileSync(inClone(noteFile), 'utf8'))
  } catch {
    return null
  }
}

/** Dates and sizes answer in milliseconds; only when they differ (a copy, a checkout) the contents are read. */
export function isBuildFresh() {
  const note = readNote()
  if (!note || !existsSync(mainFile)) return false
  const paths = sources()
  const look = byLook(paths)
  if (look === note.look) return true
  if (byContent(paths) !== note.content) return false
  rememberLook({ ...note, look })
  return true
}

function rememberLook(note) {
  try {
    writeNote(join(clone, 'dist'), note)
  } catch {
    // an installation only its owner may write: then the contents are read each time
  }
}
