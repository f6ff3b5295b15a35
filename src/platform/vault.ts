import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secretIn } from './keys.ts'

/** Keeps short secrets in the database unreadable without the data folder's key. */
export type Vault = {
  /** Locks a text up: AES-256-GCM; the same text gives another answer each time. */
  lock(text: string): string
  /** The text again; throws when it was altered or locked with another key. */
  open(locked: string): string
}

const algorithm = 'aes-256-gcm'

export function openVault(dataFolder: string): Vault {
  const key = () => secretIn(dataFolder, 'vault')
  return {
    lock: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv(algorithm, key(), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    open: (locked) => {
      const bytes = Buffer.from(locked, 'base64')
      const decipher = createDecipheriv(algorithm, key(), bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
