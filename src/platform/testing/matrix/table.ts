import { readFileSync } from 'node:fs'
import type { Contract } from '../../../kernel/contract.ts'
import { Role } from '../../../office/identity/model.ts'
import { auditSide, authorities, rolesOf } from '../../../office/identity/policy/organs.ts'

/** What a role may call, by which sentence; `open`: whoever has not signed in. */
type Grant = { contract: string; kind: string; roles: readonly Role[]; open: boolean; sentence: string; at: number }
export type Matrix = {
  lines: ReadonlyMap<string, Grant>
  /** Who may call a contract, by its name. */
  roles: ReadonlyMap<string, ReadonlySet<Role>>
  shows: ReadonlyMap<string, string>
  troubles: readonly string[]
}

/** The circles a section can speak of, each with its roles. */
const circles: Readonly<Record<string, readonly Role[]>> = {
  anybody: [],
  everybody: Role.options,
  authorities: rolesOf(...authorities),
  auditSide: rolesOf(...auditSide),
  auditOffice: rolesOf('auditOffice'),
  committeeOffice: rolesOf('committeeOffice'),
  organisation: ['organisation'],
  discipline: ['discipline'],
  patrol: ['patrol'],
  staffing: ['staffing'],
  finance: ['finance'],
  stateAssets: ['stateAssets'],
  congress: ['congress'],
  liaison: ['liaison'],
  auditedUnit: ['unitStaff'],
  official: ['official'],
  administrators: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
}
/** Words for roles on a line of its own that a new room added. */
const groups: Readonly<Record<string, readonly Role[]>> = {
  all: Role.options,
  audit: rolesOf(...auditSide),
  members: rolesOf(...authorities).filter((role) => !rolesOf(...auditSide).includes(role)),
  parties: ['unitStaff', 'official'],
  admins: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
  open: [],
}
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)
const columnsOf = (text: string) => text.split('|').map((part) => part.trim())

/** `ask room: a b; act room: c` as contracts. */
const namedIn = (text: string): { contract: string; kind: string }[] =>
  text.split(';').flatMap((part) => {
    const [head = '', names = ''] = part.split(':')
    const [kind = '', room = ''] = wordsOf(head)
    return wordsOf(names).map((name) => ({ kind, contract: `${room}.${name}` }))
  })

type Section = { circle: readonly Role[]; open: boolean; shows: boolean }
const sectionOf = (heading: string): Section => {
  const names = wordsOf(heading.replace(/^##\s*/, '').split(':')[0] ?? '')
  return { circle: names.flatMap((name) => circles[name] ?? []), open: names.includes('anybody'), shows: names.includes('shows') }
}

/** Reads the hand-written table; what it does not understand is told as a trouble, line by line. */
export function readMatrix(text = readFileSync('src/office/sharing/matrix.txt', 'utf8')): Matrix {
  const grants: Grant[] = []
  const shows = new Map<string, string>()
  const troubles: string[] = []
  let section: Section = { circle: [], open: false, shows: false }
  for (const [index, line] of text.split('\n').entries()) {
    const at = index + 1
    if (line.startsWith('##')) section = sectionOf(line)
    if (line.trim() === '' || line.startsWith('#')) continue
    const [first = '', second = '', ...rest] = columnsOf(line)
    const sentence = rest.at(-1) ?? ''
    const [kind = '', contract = ''] = wordsOf(first)
    if (['ask', 'act'].includes(kind) && contract.includes('.')) {
      const unknown = wordsOf(second).filter((word) => !groups[word] && !Role.safeParse(word).success)
      if (unknown.length > 0) troubles.push(`line ${at}: ${unknown.join(' ')} is no role`)
      const roles = wordsOf(second).flatMap((word) => groups[word] ?? Role.options.filter((role) => role === word))
      grants.push({ kind, contract, roles: [...new Set(roles)], open: wordsOf(second).includes('open'), sentence, at })
      if (rest.length > 1 && rest[0]) shows.set(contract, rest[0])
      continue
    }
    if (sentence.length < 10) troubles.push(`line ${at} gives no sentence it follows`)
    if (section.shows) {
      for (const each of namedIn(second)) shows.set(each.contract, first)
      continue
    }
    const words = wordsOf(first)
    const roles = words.includes('all') ? section.circle : section.circle.filter((role) => words.includes(role))
    const strangers = words.filter((word) => !['all', 'none'].includes(word) && !roles.some((role) => role === word))
    if (strangers.length > 0) troubles.push(`line ${at}: ${strangers.join(' ')} does not belong to this organ`)
    for (const each of second === 'none' ? [] : namedIn(second)) grants.push({ ...each, roles, open: section.open, sentence, at })
  }
  const lines = new Map(grants.map((grant) => [grant.contract, grant]))
  const rolesOf = (name: string) => new Set(grants.filter(({ contract }) => contract === name).flatMap(({ roles }) => roles))
  const roles = new Map([...lines.keys()].map((name) => [name, rolesOf(name)]))
  return { lines, roles, shows, troubles: [...troubles, ...doubles(grants)] }
}

/** A role is told once that it may call a contract. */
function doubles(grants: readonly Grant[]): string[] {
  const said = new Map<string, number>()
  return grants.flatMap(({ contract, roles, at }) =>
    roles.flatMap((role) => {
      const before = said.get(`${contract} ${role}`)
      said.set(`${contract} ${role}`, at)
      return before === undefined ? [] : [`${contract} ${role}: said on line ${before} and again on line ${at}`]
    }),
  )
}

export const rolesFor = (matrix: Matrix, contract: string): ReadonlySet<Role> => matrix.roles.get(contract) ?? new Set()

type May = (role: Role, contract: Contract) => boolean
/** Where table and policy differ on these contracts, role by role. */
export function wrongFor(matrix: Matrix, contracts: readonly Contract[], may: May, roles: readonly Role[] = Role.options): string[] {
  return contracts.flatMap((contract) => {
    const line = matrix.lines.get(contract.name)
    if (!line || line.kind !== contract.kind) return [`${contract.kind} ${contract.name}: no line in the table`]
    if (line.open || contract.open) return line.open === (contract.open === true) ? [] : [`${contract.name}: open to anybody or not?`]
    const said = rolesFor(matrix, contract.name)
    return roles.flatMap((role) => {
      if (may(role, contract) === said.has(role)) return []
      return [
        `${contract.name} ${role}: ${said.has(role) ? 'the table grants it, the policy denies it' : 'the policy grants it, the table does not'}`,
      ]
    })
  })
}

/** Where table and policy differ, and which line speaks of nothing in the house. */
export function differences(matrix: Matrix, contracts: readonly Contract[], may: May): string[] {
  const named = new Set(contracts.map(({ name }) => name as string))
  const gone = [...matrix.lines.keys()].filter((name) => !named.has(name)).map((name) => `${name}: in the table, not in the house`)
  return [...gone, ...wrongFor(matrix, contracts, may)]
}
