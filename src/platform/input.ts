import { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Tongue } from '../kernel/say.ts'
import type { FileStore, StoredFile } from './files.ts'
import { BadInput, Refused } from './stop.ts'
import { readUpload } from './upload.ts'

const issuesOf = (error: z.ZodError) => error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))

function fromQuery(url: string): Record<string, string | string[]> {
  const given = new URL(url).searchParams
  return Object.fromEntries([...new Set(given.keys())].map((key) => [key, one(given.getAll(key))]))
}
const one = (values: string[]): string | string[] => (values.length === 1 ? (values[0] ?? '') : values)

const megabyte = 1024 * 1024
/** Most that an act may bring besides files. */
export const bodyLimit = 8 * megabyte

/** The body as text, never more of it in memory than the limit. */
async function textOf(request: Request): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > bodyLimit) throw new Refused(refuse('bodyTooLarge', { megabytes: bodyLimit / megabyte }))
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await textOf(request)
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput([{ path: '', code: 'notJson', message: 'JSON' }])
  }
}

/** A contract that takes files also takes plain JSON, when none is sent. */
async function given(contract: Contract, request: Request, store: FileStore): Promise<{ raw: unknown; files: StoredFile[] }> {
  if (contract.kind === 'ask') return { raw: fromQuery(request.url), files: [] }
  const plain = request.headers.get('content-type')?.startsWith('application/json') ?? false
  if (contract.takes !== 'files' || plain) return { raw: await bodyOf(request), files: [] }
  const { fields, files } = await readUpload(request, store)
  return { raw: fields, files }
}

const complaints = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const

/** NUL and half characters: no text of a person, and nothing a database keeps. */
const noText = /[\0\p{Cs}]/u

/** Where in the input something stands that is no text; null when nowhere. */
function badTextIn(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return noText.test(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, each] of Object.entries(value)) {
    const found = noText.test(key) ? path : badTextIn(each, [...path, key])
    if (found) return found
  }
  return null
}

/** The input of one request, parsed by the contract; every wrong field is named, in the reader's tongue. */
export async function inputOf(contract: Contract, request: Request, { store, tongue }: { store: FileStore; tongue: Tongue }) {
  const { raw, files } = await given(contract, request, store)
  const bad = badTextIn(raw)
  if (bad) throw new BadInput([{ path: bad.join('.'), code: 'notText', message: 'U+0000' }])
  const parsed = contract.input.safeParse(raw, { error: complaints[tongue] })
  if (!parsed.success) throw new BadInput(issuesOf(parsed.error))
  return { input: parsed.data, files }
}
