import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { MaterialRequest, RequestPackage } from './model.ts'
import { offlineNames, offlinePage } from './offline.words.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
export const digestOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

type Packed = Pick<MaterialRequest, 'id' | 'number' | 'name' | 'periodFrom' | 'periodTo' | 'purpose' | 'originals' | 'dueOn'>
export type Packing = { id: string; unit: { id: string; name: string }; project: string | null; issuedOn: Day; requests: readonly Packed[] }
export type Pack = Pick<RequestPackage, 'issueKey' | 'answerKey' | 'digest'> & { name: string; bytes: Uint8Array }

/**
 * Packs requests as a zip that works without a network. The list is signed with an ed25519 key made for this package and
 * forgotten at once: only its public half is kept, so nothing secret stays here. Answers are signed in the unit's browser
 * with a second key (ECDSA P-256, which every browser in use knows) that goes out with the package.
 */
export function packRequests({ id, unit, project, issuedOn, requests }: Packing): Pack {
  const issue = generateKeyPairSync('ed25519')
  const answer = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issueKey = base64(issue.publicKey.export({ type: 'spki', format: 'der' }))
  const answerKey = base64(answer.publicKey.export({ type: 'spki', format: 'der' }))
  const list = JSON.stringify({ format: 'guantong-requests/1', id, unit, project, issuedOn, answerKey, requests })
  const signature = base64(sign(null, Buffer.from(list), issue.privateKey))
  const answerSecret = base64(answer.privateKey.export({ type: 'pkcs8', format: 'der' }))
  const page = offlinePage(JSON.stringify({ list, signature, answerSecret }))
  const bytes = zipSync({
    [offlineNames.page]: strToU8(page),
    [offlineNames.list]: strToU8(list),
    [offlineNames.signature]: strToU8(`ed25519 ${signature}\nkey ${issueKey}\n`),
    [offlineNames.says]: strToU8(offlineNames.text(unit.name, printOf(issueKey))),
  })
  return { issueKey, answerKey, digest: digestOf(list), name: offlineNames.zip(unit.name, issuedOn), bytes }
}

/** A key's fingerprint, short enough to be read out: sixteen hexadecimal digits of its sha256. */
export const printOf = (key: string): string => (digestOf(key).slice(0, 16).match(/.{4}/g) ?? []).join(' ')

const Reply = z.object({
  format: z.literal('guantong-answers/1'),
  list: z.string(),
  signature: z.string(),
  answers: z.string(),
  answerSignature: z.string(),
  files: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string()),
})
export type Reply = z.infer<typeof Reply>
const Told = z.object({
  package: z.uuid(),
  answeredBy: z.string().min(1).max(60),
  answers: z
    .array(
      z.object({
        request: z.uuid(),
        text: z.string().min(1).max(5000),
        files: z.array(z.object({ name: z.string().min(1).max(255), size: z.number().int(), sha256: z.string() })),
      }),
    )
    .min(1),
})
export type Told = z.infer<typeof Told>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
/** Reads an answer file as far as it says which package it answers; null when it is no such file. */
export function readReply(text: string): { reply: Reply; told: Told } | null {
  const reply = Reply.safeParse(parsed(text))
  if (!reply.success) return null
  const told = Told.safeParse(parsed(reply.data.answers))
  return told.success ? { reply: reply.data, told: told.data } : null
}

const keyOf = (spki: string) => createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
const bytesOf = (text: string) => Buffer.from(text, 'base64')

/** Null when list, answers and every file are exactly what was issued and signed; else which of them was altered. */
export function whyNotReply({ reply, told }: { reply: Reply; told: Told }, kept: RequestPackage): No | null {
  const issued =
    digestOf(reply.list) === kept.digest && verify(null, Buffer.from(reply.list), keyOf(kept.issueKey), bytesOf(reply.signature))
  if (!issued) return refuse('packageAltered')
  const key = { key: keyOf(kept.answerKey), dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(reply.answers), key, bytesOf(reply.answerSignature))) return refuse('answersAltered')
  if (told.answers.some((answer) => !kept.requests.includes(answer.request))) return refuse('answersAltered')
  const altered = told.answers
    .flatMap((answer) => answer.files)
    .find(({ sha256 }) => digestOf(bytesOf(reply.files[sha256] ?? '')) !== sha256)
  return altered ? refuse('packageFileAltered', { name: altered.name }) : null
}
