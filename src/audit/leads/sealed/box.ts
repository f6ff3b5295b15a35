import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  sign,
  verify,
} from 'node:crypto'
import { z } from 'zod'

/**
 * A sealed file: `GTSEAL1\n` · length of the header (4 bytes) · header · ciphertext · tag (16) · signature (64). The key is
 * agreed by X25519 between a pair made for this file alone and the receiver's key (HKDF-SHA256); AES-256-GCM seals the
 * text and authenticates the header; an ed25519 signature of the sender stands over all of it. No byte can be changed.
 */
const magic = Buffer.from('GTSEAL1\n')
const tagLength = 16
const signatureLength = 64
const info = 'guantong-sealed/1'

/** A pair of keys: to be sealed to (X25519) and to sign with (ed25519), public halves as spki, private as pkcs8, base64. */
export type PublicKeys = { box: string; sign: string }
export type SecretKeys = PublicKeys & { boxSecret: string; signSecret: string }

const spki = (text: string) => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
const pkcs8 = (text: string) => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
export const digestOf = (bytes: Uint8Array): string => sha256(bytes).toString('hex')

const pairOf = (kind: 'x25519' | 'ed25519') => {
  const publicKeyEncoding = { type: 'spki', format: 'der' } as const
  const privateKeyEncoding = { type: 'pkcs8', format: 'der' } as const
  const pair =
    kind === 'x25519'
      ? generateKeyPairSync('x25519', { publicKeyEncoding, privateKeyEncoding })
      : generateKeyPairSync('ed25519', { publicKeyEncoding, privateKeyEncoding })
  return { open: pair.publicKey.toString('base64'), secret: pair.privateKey.toString('base64') }
}

/** Fresh keys of one organ, or of one package's answers. */
export function freshKeys(): SecretKeys {
  const [box, signing] = [pairOf('x25519'), pairOf('ed25519')]
  return { box: box.open, sign: signing.open, boxSecret: box.secret, signSecret: signing.secret }
}

/** What is read out to be sure of keys: the first 24 hexadecimal digits of the sha256 of both, in groups of four. */
export const fingerprintOf = ({ box, sign: signing }: PublicKeys): string => grouped(sha256(`${box}\n${signing}`).toString('hex'))
export const signerPrint = (signing: string): string => grouped(sha256(signing).toString('hex'))
const grouped = (hex: string) => (hex.slice(0, 24).match(/.{4}/g) ?? []).join(' ')

const Header = z.object({ kind: z.enum(['lead', 'reply']), id: z.string().max(80), to: z.string(), by: z.string(), ephemeral: z.string() })
export type Header = z.infer<typeof Header>
export type Sealing = { kind: Header['kind']; id: string; to: string; by: Pick<SecretKeys, 'sign' | 'signSecret'>; text: Uint8Array }

const keyFor = (shared: Buffer, ephemeral: string, to: string) => {
  const salt = sha256(`${ephemeral}\n${to}`)
  const made = Buffer.from(hkdfSync('sha256', shared, salt, info, 44))
  return { key: made.subarray(0, 32), nonce: made.subarray(32) }
}

/** Seals a text to the holder of the key `to`, signed by the sender. */
export function seal({ kind, id, to, by, text }: Sealing): Uint8Array {
  const own = pairOf('x25519')
  const header = Buffer.from(JSON.stringify({ kind, id, to, by: by.sign, ephemeral: own.open } satisfies Header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  const front = Buffer.concat([magic, length, header])
  const { key, nonce } = keyFor(diffieHellman({ privateKey: pkcs8(own.secret), publicKey: spki(to) }), own.open, to)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(front)
  const body = Buffer.concat([front, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  return Buffer.concat([body, sign(null, body, pkcs8(by.signSecret))])
}

type Cut = { header: Header; front: Buffer; body: Buffer; signature: Buffer }
function cut(bytes: Uint8Array): Cut | null {
  const all = Buffer.from(bytes)
  const least = magic.length + 4
  if (all.length < least + tagLength + signatureLength || !all.subarray(0, magic.length).equals(magic)) return null
  const end = least + all.readUInt32BE(magic.length)
  if (end > all.length - tagLength - signatureLength) return null
  const header = Header.safeParse(parsed(all.subarray(least, end).toString('utf8')))
  if (!header.success) return null
  const signedEnd = all.length - signatureLength
  return { header: header.data, front: all.subarray(0, end), body: all.subarray(0, signedEnd), signature: all.subarray(signedEnd) }
}
/** JSON, or null when the text is none. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The header of a sealed file, before anything of it is believed; null when it is no such file. */
export const headerOf = (bytes: Uint8Array): Header | null => cut(bytes)?.header ?? null

const verified = ({ body, signature, header }: Cut): boolean => {
  try {
    return verify(null, body, spki(header.by), signature)
  } catch {
    return false
  }
}

export type Opened = { header: Header; text: Buffer } | { fault: 'unreadable' | 'wrongSigner' | 'altered' | 'notForUs' }
/** Opens a sealed file with the receiver's secret, if it is signed by exactly this key; any changed byte is a fault. */
export function open(bytes: Uint8Array, with_: { box: string; boxSecret: string; signer: string }): Opened {
  const parts = cut(bytes)
  if (!parts) return { fault: 'unreadable' }
  if (parts.header.by !== with_.signer) return { fault: 'wrongSigner' }
  if (!verified(parts)) return { fault: 'altered' }
  if (parts.header.to !== with_.box) return { fault: 'notForUs' }
  const { ephemeral, to } = parts.header
  try {
    const { key, nonce } = keyFor(diffieHellman({ privateKey: pkcs8(with_.boxSecret), publicKey: spki(ephemeral) }), ephemeral, to)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    decipher.setAAD(parts.front)
    decipher.setAuthTag(parts.body.subarray(parts.body.length - tagLength))
    const text = Buffer.concat([decipher.update(parts.body.subarray(parts.front.length, parts.body.length - tagLength)), decipher.final()])
    return { header: parts.header, text }
  } catch {
    return { fault: 'altered' }
  }
}

const KeyFile = z.object({
  format: z.literal('guantong-organ-key/1'),
  name: z.string().max(200),
  box: z.string().max(200),
  sign: z.string().max(200),
  proof: z.string().max(200),
})
/** The keys in a public key file as the opener writes it, signed by themselves; why not, when it is none or was altered. */
export function readKeyFile(text: string): { keys: PublicKeys; name: string } | { fault: 'unreadable' | 'forged' } {
  const file = KeyFile.safeParse(parsed(text))
  if (!file.success) return { fault: 'unreadable' }
  const { name, box, sign: signing, proof } = file.data
  try {
    const kinds = spki(box).asymmetricKeyType === 'x25519' && spki(signing).asymmetricKeyType === 'ed25519'
    const holds = verify(null, Buffer.from(`${name}\n${box}\n${signing}`), spki(signing), Buffer.from(proof, 'base64'))
    return kinds && holds ? { keys: { box, sign: signing }, name } : { fault: 'forged' }
  } catch {
    return { fault: 'forged' }
  }
}
/** A public key file, as the opener writes it. */
export const keyFileOf = (name: string, keys: SecretKeys): string => {
  const proof = sign(null, Buffer.from(`${name}\n${keys.box}\n${keys.sign}`), pkcs8(keys.signSecret)).toString('base64')
  return JSON.stringify({ format: 'guantong-organ-key/1', name, box: keys.box, sign: keys.sign, proof })
}
