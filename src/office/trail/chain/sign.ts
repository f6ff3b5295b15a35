import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { netstrings } from '../../../platform/netstring.ts'
import type { Seal } from '../../../platform/seal.ts'
import type { Checkpoint, SignatureKind } from '../model.ts'

type Signature = Checkpoint['signature']
/** One way of signing: makes its key in the folder when first wanted, signs a text, and checks a signature. */
type Keys = Pick<Seal, 'secret'>
type Way = { sign(keys: Keys, text: string): Omit<Signature, 'algorithm'>; fits(text: string, signature: Signature): boolean }

const freshEd25519 = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const ed25519: Way = {
  sign(keys, text) {
    const key = createPrivateKey(keys.secret('checkpoint-ed25519.pem', freshEd25519))
    const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
    return { publicKey, value: sign(null, Buffer.from(text), key).toString('base64') }
  },
  fits(text, { publicKey, value }) {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(value, 'base64'))
  },
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

/** SM2 with SM3 (GB/T 32918), DER signature in hex; Node's own does not interoperate. */
const sm2Way: Way = {
  sign(keys, text) {
    const secret = keys.secret('checkpoint-sm2.key', () => sm2.generateKeyPairHex().privateKey)
    const publicKey = sm2.getPublicKeyFromPrivateKey(secret)
    return { publicKey, value: sm2.doSignature(bytesOf(text), secret, { der: true, hash: true, publicKey }) }
  },
  fits: (text, { publicKey, value }) => sm2.doVerifySignature(bytesOf(text), value, publicKey, { der: true, hash: true }),
}

const ways: Readonly<Record<SignatureKind, Way>> = { ed25519, sm2: sm2Way }

/** The text a checkpoint's signature is over. */
export const checkpointText = ({ house, at, rows, chains }: Omit<Checkpoint, 'signature'>): string =>
  netstrings([
    'guantong-checkpoint-1',
    house,
    at,
    String(rows),
    ...chains.flatMap(({ chain, rows: own, head, batches, seal }) => [chain, String(own), head, String(batches), seal]),
  ])

/** Signs with the key of the data folder. */
export function signCheckpoint(keys: Keys, kind: SignatureKind, statement: Omit<Checkpoint, 'signature'>): Checkpoint {
  const signature = { algorithm: kind, ...ways[kind].sign(keys, checkpointText(statement)) }
  return { ...statement, signature }
}

/** Whether the signature is of this very statement; says nothing of whose key it is: compare the fingerprint. */
export function signatureFits(checkpoint: Checkpoint): boolean {
  try {
    return ways[checkpoint.signature.algorithm].fits(checkpointText(checkpoint), checkpoint.signature)
  } catch {
    return false
  }
}

/** First 16 digits of the sha256 of a public key: what is read out and compared. */
export const fingerprint = ({ publicKey }: Signature): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
