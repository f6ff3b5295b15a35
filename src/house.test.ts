import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { phrases } from './house.ts'
import { words as kernelWords } from './kernel/words.ts'

/** The floor plan, from the ground up. A file may import its own room and anything listed before it. */
const plan = [
  'kernel',
  'platform',
  'web',
  'office/identity',
  'office/sharing',
  'office/trail',
  'office/care',
  'office/custody',
  'office/notices',
  'office/documents',
  'office/intake',
  'registers/places',
  'registers/regulations',
  'registers/auditees',
  'audit/papers',
  'audit/planning',
  'audit/projects',
  'audit/findings',
  'audit/fieldwork',
  'audit/leads',
  'audit/rectification',
  'joint/meeting',
  'joint/linkage',
  'joint/review',
  'joint/assessment',
  'joint/inspection',
  'joint/admonishment',
  'joint/results',
  'archive/reports',
  'archive/search',
  'archive/links',
  'archive/portrait',
  'archive/enquiry',
  'archive/risks',
  'demonstration',
]

/** Files over 250 lines that stay whole, each with its reason. */
const longFiles: Record<string, string> = {}
/** Functions over 60 lines that stay whole, each with its reason. */
const longFunctions: Record<string, string> = {}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file).replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('src/platform/testing/')
const built = files.filter((file) => !isTest(file))
const floorOf = (path: string) => plan.findIndex((room) => path.startsWith(`src/${room}/`))

const importsOf = (file: string) =>
  [...(textOf.get(file) ?? '').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((found) =>
    join(dirname(file), found[1] ?? '').replaceAll('\\', '/'),
  )
const roomOf = (file: string) => /^src\/(?:kernel|platform|web|demonstration|[^/]+\/[^/]+)\//.exec(file)?.[0] ?? 'src/'

test('every folder is on the floor plan', () => {
  expect(built.filter((file) => roomOf(file) !== 'src/' && floorOf(file) < 0)).toEqual([])
})

test('imports only run down', () => {
  const upward = built
    .filter((file) => floorOf(file) >= 0)
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target === 'src/house.ts' || target === 'src/site.tsx' || floorOf(target) > floorOf(file))
        .map((target) => `${file} -> ${target}`),
    )
  expect(upward).toEqual([])
})

test('no room uses another room’s handlers or pages', () => {
  const crossing = built
    .filter((file) => roomOf(file) !== 'src/')
    .flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            roomOf(target) !== roomOf(file) &&
            !target.startsWith('src/platform/') &&
            /\/(api|cli|jobs)\.ts$|\/page(\.tsx$|\/)/.test(target) &&
            roomOf(target) !== 'src/',
        )
        .map((target) => `${file} -> ${target}`),
    )
  expect(crossing).toEqual([])
})

test('there is no import circle', () => {
  const circles: string[] = []
  const finished = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    if (finished.has(file)) return
    for (const target of importsOf(file)) if (textOf.has(target)) visit(target, [...path, file])
    finished.add(file)
  }
  for (const file of built) visit(file, [])
  expect(circles).toEqual([])
})

test('no file is over 250 lines but those named', () => {
  const over = built.filter((file) => (textOf.get(file) ?? '').split('\n').length > 251 && !longFiles[file])
  expect(over.map((file) => `${file}: ${(textOf.get(file) ?? '').split('\n').length - 1}`)).toEqual([])
  expect(Object.keys(longFiles).filter((file) => (textOf.get(file) ?? '').split('\n').length <= 251)).toEqual([])
})

type Node = { type: string; start: number; end: number; id?: { name?: string } | null } & Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

function functionsIn(node: Node, name: string | undefined, found: { name: string; start: number; end: number }[]): void {
  const own = node.id?.name ?? (isNode(node.key) && typeof node.key.name === 'string' ? node.key.name : undefined) ?? name
  if (/Function/.test(node.type) && node.type !== 'TSFunctionType')
    found.push({ name: own ?? '(nameless)', start: node.start, end: node.end })
  for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) functionsIn(child, own, found)
}

const sizes = built.flatMap((file) => {
  const text = textOf.get(file) ?? ''
  const found: { name: string; start: number; end: number }[] = []
  const program: unknown = parseSync(file, text).program
  if (isNode(program)) functionsIn(program, undefined, found)
  return found.map(({ name, start, end }) => ({ name: `${file}#${name}`, lines: text.slice(start, end).split('\n').length }))
})

test('no function is over 60 lines but those named, and the median stays under 10', () => {
  expect(sizes.filter((each) => each.lines > 60 && !longFunctions[each.name]).map((each) => `${each.name}: ${each.lines}`)).toEqual([])
  const sorted = sizes.map((each) => each.lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(10)
})

test('Chinese stands only in words, samples, sheets, document types, lexicons, data and tests', () => {
  const allowed = /(?:^|\/)(?:[\w-]+\.)?words\.ts$|\/words\/|samples\.ts$|\.sheet\.ts$|\.doc\.ts$|lexicon[\w-]*\.ts$|\/demonstration\//
  const strays = built
    .filter((file) => !allowed.test(file))
    .flatMap((file) =>
      (textOf.get(file) ?? '')
        .split('\n')
        .map((line, index) => ({ line: line.replace(/\/\/.*|\/?\*.*/, ''), at: `${file}:${index + 1}` }))
        .filter(({ line }) => /\p{Script=Han}/u.test(line))
        .map(({ at }) => at),
    )
  expect(strays).toEqual([])
})

const isConst = (node: Node) =>
  isNode(node.typeAnnotation) && isNode(node.typeAnnotation.typeName) && node.typeAnnotation.typeName.name === 'const'
const isAssertion = (node: Node) => node.type === 'TSNonNullExpression' || (node.type === 'TSAsExpression' && !isConst(node))

function assertionsIn(node: Node, found: number[]): number[] {
  if (isAssertion(node)) found.push(node.start)
  for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) assertionsIn(child, found)
  return found
}

test('nothing is cast or asserted outside the platform', () => {
  const casts = built
    .filter((file) => !file.startsWith('src/platform/'))
    .flatMap((file) => {
      const text = textOf.get(file) ?? ''
      const program: unknown = parseSync(file, text).program
      return isNode(program) ? assertionsIn(program, []).map((start) => `${file}:${text.slice(0, start).split('\n').length}`) : []
    })
  expect(casts).toEqual([])
})

test('a refusal code has one sentence in the whole house, in both tongues', async () => {
  const rooms = files.filter((file) => /(?:^|[/.])words\.ts$/.test(file) && !isTest(file))
  const seen = new Map<string, string>()
  const clashes: string[] = []
  for (const file of rooms) {
    const { words } = await import(/* @vite-ignore */ `./${file.slice('src/'.length)}`)
    for (const [code, phrase] of Object.entries<{ zh: string; en: string }>(words?.refusal ?? {})) {
      if (!phrase.zh || !phrase.en) clashes.push(`${file} ${code}: a tongue is missing`)
      const before = seen.get(code)
      if (before !== undefined && before !== phrase.zh) clashes.push(`${file} ${code}: said otherwise elsewhere`)
      seen.set(code, phrase.zh)
      if (phrases[code] === undefined) clashes.push(`${file} ${code}: not listed in house.ts`)
    }
  }
  expect(clashes).toEqual([])
  expect(phrases.notFound).toBe(kernelWords.refusal.notFound)
})
