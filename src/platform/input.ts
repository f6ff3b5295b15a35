import { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'
import type { Tongue } from '../kernel/say.ts'
import type { FileStore, StoredFile } from './files.ts'
import { BadInput } from './stop.ts'
import { readUpload } from './upload.ts'

const issuesOf = (error: z.ZodError) => error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))

function fromQuery(url: string): Record<string, string | string[]> {
  const given = new URL(url).searchParams
  return Object.fromEntries([...new Set(given.keys())].map((key) => [key, one(given.getAll(key))]))
}
const one = (values: string[]): string | string[] => (values.length === 1 ? (values[0] ?? '') : values)

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput([{ path: '', code: 'notJson', message: 'JSON' }])
  }
}

async function given(contract: Contract, request: Request, store: FileStore): Promise<{ raw: unknown; files: StoredFile[] }> {
  if (contract.kind === 'ask') return { raw: fromQuery(request.url), files: [] }
  if (contract.takes !== 'files') return { raw: await bodyOf(request), files: [] }
  const { fields, files } = await readUpload(request, store)
  return { raw: fields, files }
}

const complaints = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const

/** The input of one request, parsed by the contract; every wrong field is named, in the reader's tongue. */
export async function inputOf(contract: Contract, request: Request, { store, tongue }: { store: FileStore; tongue: Tongue }) {
  const { raw, files } = await given(contract, request, store)
  const parsed = contract.input.safeParse(raw, { error: complaints[tongue] })
  if (!parsed.success) throw new BadInput(issuesOf(parsed.error))
  return { input: parsed.data, files }
}
