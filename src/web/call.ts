import type { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'
import { hearMoment } from './moment.ts'
import { settingsNow } from './settings.ts'
import { Trouble, troubleOf } from './trouble.ts'

type Loose<T> = T extends object
  ? { [K in keyof T as unknown extends T[K] ? never : K]: T[K] } & { [K in keyof T as unknown extends T[K] ? K : never]?: T[K] }
  : T
/** What a contract is given: its schema's input, where lists and yes/no parameters (preprocessed, so of unknown type) may be left out. */
export type InputOf<I extends z.ZodType> = Loose<z.input<I>>

const headersOf = (): Record<string, string> => ({ 'accept-language': settingsNow().tongue, accept: 'application/json' })

/** Text of one query value; what is empty is not sent at all. */
function pairs(key: string, value: unknown): [string, string][] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap((each) => pairs(key, each))
  return [[key, typeof value === 'object' ? JSON.stringify(value) : String(value)]]
}
export const queryOf = (input: unknown): string =>
  new URLSearchParams(Object.entries(Object(input)).flatMap(([key, value]) => pairs(key, value))).toString()

const addressOf = (name: string, input?: unknown) => {
  const query = queryOf(input)
  return query ? `/api/${name}?${query}` : `/api/${name}`
}

/** Where an ask that gives a file is fetched from: for links and downloads. */
export const fileUrl = <I extends z.ZodType>(contract: Contract<I>, input: InputOf<I>): string => addressOf(contract.name, input)

type Raw = { status: number; body: unknown }
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function fetched(address: string, init: RequestInit): Promise<Raw> {
  const response = await fetch(address, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new Trouble(0, { code: 'unreachable' })
  })
  hearMoment(response.headers.get('date'))
  return { status: response.status, body: parsed(await response.text()) }
}

function answered<O extends z.ZodType>(output: O, raw: Raw): z.output<O> {
  if (raw.status < 200 || raw.status > 299) throw troubleOf(raw.status, raw.body)
  const value = output.safeParse(raw.body)
  if (!value.success) throw new Trouble(raw.status, { code: 'unreadableAnswer', message: value.error.message })
  return value.data
}

/** GETs an ask and reads the answer with the contract's schema; throws Trouble. */
export async function get<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  input: InputOf<I>,
  signal?: AbortSignal,
): Promise<z.output<O>> {
  return answered(contract.output, await fetched(addressOf(contract.name, input), { headers: headersOf(), signal: signal ?? null }))
}

/** POSTs an act as JSON; throws Trouble. `key` makes a repetition harmless. */
export async function post<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  input: InputOf<I>,
  key: string,
): Promise<z.output<O>> {
  const headers = { ...headersOf(), 'content-type': 'application/json', 'idempotency-key': key }
  return answered(contract.output, await fetched(addressOf(contract.name), { method: 'POST', headers, body: JSON.stringify(input ?? {}) }))
}

type Sending = { files: readonly File[]; key: string; sent(share: number): void }

function formOf(input: unknown, files: readonly File[]): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(Object(input)).flatMap(([name, each]) => pairs(name, each))) form.append(key, value)
  for (const file of files) form.append('files', file, file.webkitRelativePath || file.name)
  return form
}

/** POSTs files with the input's fields as multipart/form-data, telling how much has been sent (0…1). */
export function postFiles<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  input: InputOf<I>,
  sending: Sending,
): Promise<z.output<O>> {
  return new Promise<Raw>((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(contract.name))
    for (const [name, value] of Object.entries({ ...headersOf(), 'idempotency-key': sending.key })) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => event.lengthComputable && sending.sent(event.loaded / event.total)
    request.onload = () => done({ status: request.status, body: parsed(request.responseText) })
    request.onerror = () => fail(new Trouble(0, { code: 'unreachable' }))
    request.send(formOf(input, sending.files))
  }).then((raw) => answered(contract.output, raw))
}

/** A key for one deed; works on plain-http intranets, where crypto.randomUUID is absent. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** POSTs an act that gives a file: its name and bytes, or the sentence that says why not. */
export async function postForFile(contract: { name: string }, input: unknown): Promise<{ name: string; blob: Blob } | { message: string }> {
  const headers = { ...headersOf(), accept: '*/*', 'content-type': 'application/json', 'idempotency-key': newKey() }
  const init = { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(input) } as const
  const response = await fetch(addressOf(contract.name), init).catch(() => null)
  if (!response) return { message: new Trouble(0, { code: 'unreachable' }).message }
  if (!response.ok) return { message: troubleOf(response.status, parsed(await response.text())).message }
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? contract.name
  return { name: decodeURIComponent(name), blob: await response.blob() }
}
