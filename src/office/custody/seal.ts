import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'

/** Seals a short text under a 32-byte key (AES-256-GCM); `about` is bound to it, so that a sealed text cannot be moved to another record. */
export function seal(text: string, { key, about }: { key: Buffer; about: string }): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Opens what `seal` made; throws when key, record or text were changed. */
export function unseal(given: string, { key, about }: { key: Buffer; about: string }): string {
  const bytes = Buffer.from(given, 'base64')
  const opener = createDecipheriv(algorithm, key, bytes.subarray(0, 12)).setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8')
}
