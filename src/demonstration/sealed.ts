import { z } from 'zod'
import { PackageText, ReplyKind } from '../audit/leads/rules/package.ts'
import { freshKeys, headerOf, keyFileOf, open, type SecretKeys, seal } from '../audit/leads/sealed/box.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../platform/id.ts'

export type { SecretKeys }

type Said = { by: string; reference: string; texts: Readonly<Record<string, string>>; outcome: string }

/** The keys an organ without network access makes for itself, and the public file it brings. */
export function bringKey(name: string): { keys: SecretKeys; file: string } {
  const keys = freshKeys()
  return { keys, file: keyFileOf(name, keys) }
}

/** What stands in a package, opened where its receiver sits. */
export function openPack(packed: unknown, keys: SecretKeys): PackageText {
  const { bytes } = z.object({ bytes: z.instanceof(Uint8Array) }).parse(packed)
  const opened = open(bytes, { box: keys.box, boxSecret: keys.boxSecret, signer: headerOf(bytes)?.by ?? '' })
  if ('fault' in opened) throw new Error(`the package of the demonstration does not open: ${opened.fault}`)
  return PackageText.parse(JSON.parse(opened.text.toString('utf8')))
}

/** The receiver's signed answers in their order: receipt, acceptance, investigation, outcome, written answer. */
export function answersOf(held: PackageText, how: { keys: SecretKeys; said: Said; day(step: number): Day }): Uint8Array[] {
  const { keys, said, day } = how
  return ReplyKind.options
    .filter((kind) => kind !== 'turnBack')
    .map((kind, step) => {
      const outcome = kind === 'record' ? { kind: said.outcome, person: held.lead.persons } : null
      const told = { format: 'guantong-lead-reply/1', package: held.package, reply: newId(), kind, by: said.by, on: day(step) }
      const text = Buffer.from(JSON.stringify({ ...told, reference: said.reference, text: said.texts[kind] ?? '', outcome }))
      return seal({ kind: 'reply', id: held.package, to: held.replyKey, by: keys, text })
    })
}
