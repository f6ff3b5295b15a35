#!/usr/bin/env node
// Checks an exported trail by docs/trail.md alone: one file, Node.js only, nothing of the product's code.
// node trail-verifier.mjs FILE [--against CHECKPOINT] [--chain CODE]   (--chain: only what the checkpoint says of that chain)
// prints {rows, ok, firstBad, unchained, key}; exit 0 whole, 1 broken, 2 wrong usage
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const bytesOf = (text) => Buffer.from(text, 'utf8')
const joined = (fields) => fields.map((field) => `${bytesOf(String(field)).length}:${field},`).join('')
const hashOf = (algorithm, text) => createHash(algorithm).update(text, 'utf8').digest('hex')

class Broken extends Error {
  constructor(code, chain, seq, entry) {
    super(code)
    this.bad = { chain: chain ?? '*', seq: seq ?? null, entry: entry ?? null, code }
  }
}

const entryText = (house, previous, e) =>
  joined([
    'guantong-trail-1',
    house,
    e.chain,
    e.seq,
    previous,
    e.place,
    e.id,
    e.at,
    e.account,
    e.role,
    e.jurisdiction,
    e.verb,
    e.subject,
    e.kind,
    e.detail,
    e.seal,
  ])
const batchText = (house, b) =>
  joined(['guantong-batch-1', house, b.chain, b.number, b.algorithm, b.firstSeq, b.lastSeq, b.previous, b.root, b.head, b.at])
const checkpointText = (c) =>
  joined([
    'guantong-checkpoint-1',
    c.house,
    c.at,
    c.rows,
    ...c.chains.flatMap((each) => [each.chain, each.rows, each.head, each.batches, each.seal]),
  ])
const chainFor = (jurisdiction) => (/^\d{4}/.test(jurisdiction) ? `${jurisdiction.slice(0, 4)}00` : '*')

function rootOf(algorithm, hashes) {
  let level = hashes
  while (level.length > 1) {
    const above = []
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? hashOf(algorithm, joined(['guantong-node-1', level[at], level[at + 1]])) : level[at])
    level = above
  }
  return level[0]
}

/** Follows the lines of one export; throws Broken at the first that does not fit. */
class Follower {
  house = null
  heads = []
  chains = new Map()
  rows = 0
  unchained = 0
  ended = null

  take(line) {
    if (this.ended) throw new Broken('afterEnd')
    if (line.type === 'takenOut' && this.house === null) return
    if (line.type === 'trail' && this.house === null) {
      if (line.format !== 'guantong-trail-1') throw new Broken('otherFormat')
      this.house = line.house
      this.heads = line.chains
      return
    }
    if (this.house === null) throw new Broken('noBeginning')
    if (line.type === 'batch') return this.batch(line)
    if (line.type === 'entry') return this.entry(line)
    if (line.type === 'waiting') this.unchained += 1
    else if (line.type === 'end') this.ended = line
    else throw new Broken('otherLine')
    if (line.type === 'waiting') this.rows += 1
  }

  state(chain) {
    if (!this.chains.has(chain)) this.chains.set(chain, { seq: 0, head: '', number: 0, seal: '', open: null, hashes: [], ends: new Map() })
    return this.chains.get(chain)
  }

  batch(b) {
    const at = this.state(b.chain)
    if (at.open) throw new Broken('entryMissing', b.chain, at.seq + 1)
    if (b.number !== at.number + 1 || b.firstSeq !== at.seq + 1 || b.lastSeq < b.firstSeq || b.previous !== at.seal)
      throw new Broken('batchBroken', b.chain, b.firstSeq)
    if (!['sha256', 'sm3'].includes(b.algorithm) || hashOf(b.algorithm, batchText(this.house, b)) !== b.seal)
      throw new Broken('batchBroken', b.chain, b.firstSeq)
    at.open = b
    at.hashes = []
  }

  entry(e) {
    const at = this.state(e.chain)
    if (e.seq !== at.seq + 1) throw new Broken(e.seq > at.seq + 1 ? 'entryMissing' : 'orderBroken', e.chain, at.seq + 1, e.id)
    if (!at.open || e.batch !== at.open.number) throw new Broken('outsideBatch', e.chain, e.seq, e.id)
    if (e.id === undefined) throw new Broken('entryMissing', e.chain, e.seq)
    if (chainFor(e.jurisdiction) !== e.chain || hashOf(at.open.algorithm, entryText(this.house, at.head, e)) !== e.hash)
      throw new Broken('entryAltered', e.chain, e.seq, e.id)
    at.seq = e.seq
    at.head = e.hash
    at.hashes.push(e.hash)
    this.rows += 1
    if (e.seq === at.open.lastSeq) this.close(at, e.chain)
  }

  close(at, chain) {
    const { open } = at
    if (open.head !== at.head || open.root !== rootOf(open.algorithm, at.hashes)) throw new Broken('batchBroken', chain, at.seq)
    at.number = open.number
    at.seal = open.seal
    at.open = null
    at.ends.set(at.seq, { head: at.head, batches: at.number, seal: at.seal })
  }

  end() {
    for (const [chain, at] of this.chains) if (at.open) throw new Broken('entryMissing', chain, at.seq + 1)
    for (const said of this.heads) this.keeps(said)
    if (!this.ended) throw new Broken('noEnd')
    if (this.ended.rows !== this.rows || this.ended.unchained !== this.unchained) throw new Broken('otherCount')
  }

  keeps({ chain, rows, head, batches, seal }) {
    const at = this.chains.get(chain)
    if (!at || at.seq < rows) throw new Broken('checkpointShort', chain, (at?.seq ?? 0) + 1)
    const end = at.ends.get(rows)
    if (!end || end.head !== head || end.batches !== batches || end.seal !== seal) throw new Broken('checkpointOther', chain, rows)
  }
}

// SM2 (GB/T 32918) on its recommended curve, in plain arithmetic.
const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  g: [
    0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
    0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
  ],
}
const mod = (value, by) => ((value % by) + by) % by
function inverse(value, by) {
  let [r0, r1, s0, s1] = [by, mod(value, by), 0n, 1n]
  while (r1 > 0n) {
    const q = r0 / r1
    ;[r0, r1, s0, s1] = [r1, r0 - q * r1, s1, s0 - q * s1]
  }
  return mod(s0, by)
}
function add(one, other) {
  if (!one || !other) return one ?? other
  const [[x1, y1], [x2, y2], { p, a }] = [one, other, curve]
  if (x1 === x2 && mod(y1 + y2, p) === 0n) return null
  const slope = x1 === x2 ? mod((3n * x1 * x1 + a) * inverse(2n * y1, p), p) : mod((y2 - y1) * inverse(x2 - x1, p), p)
  const x3 = mod(slope * slope - x1 - x2, p)
  return [x3, mod(slope * (x1 - x3) - y1, p)]
}
function times(scalar, point) {
  let [sum, each] = [null, point]
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, each)
    each = add(each, each)
  }
  return sum
}
const hex64 = (value) => value.toString(16).padStart(64, '0')
const number = (hex) => BigInt(`0x${hex}`)

function derNumbers(hex) {
  const bytes = Buffer.from(hex, 'hex')
  const lengthR = bytes[3]
  const lengthS = bytes[5 + lengthR]
  return [
    number(bytes.subarray(4, 4 + lengthR).toString('hex')),
    number(bytes.subarray(6 + lengthR, 6 + lengthR + lengthS).toString('hex')),
  ]
}

function sm2Fits(text, { publicKey, value }) {
  const { a, b, g, n, p } = curve
  const [x, y] = [number(publicKey.slice(2, 66)), number(publicKey.slice(66, 130))]
  if (publicKey.length !== 130 || mod(y * y - (x * x * x + a * x + b), p) !== 0n) return false
  const id = bytesOf('1234567812345678')
  const length = Buffer.from([(id.length * 8) >> 8, (id.length * 8) & 255])
  const z = createHash('sm3')
    .update(Buffer.concat([length, id, Buffer.from([a, b, ...g, x, y].map(hex64).join(''), 'hex')]))
    .digest()
  const e = number(
    createHash('sm3')
      .update(Buffer.concat([z, bytesOf(text)]))
      .digest('hex'),
  )
  const [r, s] = derNumbers(value)
  const t = mod(r + s, n)
  if (r < 1n || r >= n || s < 1n || s >= n || t === 0n) return false
  const point = add(times(s, g), times(t, [x, y]))
  return point !== null && mod(e + point[0], n) === r
}

function ed25519Fits(text, { publicKey, value }) {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
  return key.asymmetricKeyType === 'ed25519' && verifySignature(null, bytesOf(text), key, Buffer.from(value, 'base64'))
}

function signatureFits(checkpoint) {
  try {
    const fits = { ed25519: ed25519Fits, sm2: sm2Fits }[checkpoint.signature.algorithm]
    return fits?.(checkpointText(checkpoint), checkpoint.signature) === true
  } catch {
    return false
  }
}

async function check(file, checkpoint, chain) {
  const follower = new Follower()
  const verdict = (bad) => ({ rows: follower.rows, ok: bad === null, firstBad: bad, unchained: follower.unchained })
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY }))
      if (line !== '') follower.take(parsed(line))
    follower.end()
    if (checkpoint && !signatureFits(checkpoint)) throw new Broken('checkpointForged')
    if (checkpoint && checkpoint.house !== follower.house) throw new Broken('checkpointElsewhere')
    for (const said of checkpoint?.chains ?? []) if (chain === null || said.chain === chain) follower.keeps(said)
    return verdict(null)
  } catch (error) {
    if (error instanceof Broken) return verdict(error.bad)
    throw error
  }
}

function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    throw new Broken('notJson')
  }
}

function argumentsOf(argv) {
  const options = { against: { type: 'string' }, chain: { type: 'string' } }
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    if (positionals.length !== 1) throw new Error()
    return { file: positionals[0], against: values.against ?? null, chain: values.chain ?? null }
  } catch {
    process.stderr.write('node trail-verifier.mjs FILE [--against CHECKPOINT] [--chain CODE]\n')
    process.exit(2)
  }
}

const { file, against, chain } = argumentsOf(process.argv.slice(2))
try {
  const checkpoint = against && JSON.parse(readFileSync(against, 'utf8'))
  const key = checkpoint ? createHash('sha256').update(checkpoint.signature.publicKey).digest('hex').slice(0, 16) : null
  const verdict = await check(file, checkpoint, chain)
  process.stdout.write(`${JSON.stringify({ ...verdict, key })}\n`)
  process.exitCode = verdict.ok ? 0 : 1
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
