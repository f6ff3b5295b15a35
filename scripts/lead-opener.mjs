#!/usr/bin/env node
/**
 * 移送线索密封包开启程序 · opener of sealed lead packages. One file; needs Node 20 or later and no network.
 *
 *   node lead-opener.mjs keys 文件夹 --name 机关名称
 *       生成本机关密钥：organ-secret.json（保密，不得外传）与 organ-public.json（交审计机关），并显示公钥指纹
 *   node lead-opener.mjs open 包.gtlead --secret organ-secret.json --issuer "审计机关签名指纹" --into 文件夹
 *       核对签名、解密，写出 移送内容.json 和全部附件；有一个字节被改动即拒绝
 *   node lead-opener.mjs reply 包.gtlead --secret organ-secret.json --issuer "指纹" --kind receive|accept|turnBack|begin|record|feedBack
 *       --by 经办人 --on 2026-01-31 --reference 文号 --text 说明 [--outcome 结果.json] --out 回执.gtreply
 *       生成已签名、只有审计机关能打开的回执
 *   结果.json: {"kind":"sanction","person":"张某","sanction":"demerit"}
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomUUID,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const magic = Buffer.from('GTSEAL1\n')
const kinds = ['receive', 'accept', 'turnBack', 'begin', 'record', 'feedBack']

/** Ends with one sentence in both tongues. */
function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
  process.exit(1)
}
const sha256 = (bytes) => createHash('sha256').update(bytes).digest()
const grouped = (hex) => hex.slice(0, 24).match(/.{4}/g).join(' ')
const plain = (print) => print.replace(/[\s:-]/g, '').toLowerCase()
const spki = (text) => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
const pkcs8 = (text) => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })

function pairOf(kind) {
  const pair = generateKeyPairSync(kind, {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return { open: pair.publicKey.toString('base64'), secret: pair.privateKey.toString('base64') }
}

function keyFor(secret, open, { ephemeral, to }) {
  const shared = diffieHellman({ privateKey: pkcs8(secret), publicKey: spki(open) })
  const made = Buffer.from(hkdfSync('sha256', shared, sha256(`${ephemeral}\n${to}`), 'guantong-sealed/1', 44))
  return [made.subarray(0, 32), made.subarray(32)]
}

/** Opens a sealed file, or stops with the reason. */
function opened(bytes, keys, issuer) {
  const torn = () => stop('这不是密封包，或文件已损坏', 'Not a sealed package, or damaged')
  if (bytes.length < magic.length + 84 || !bytes.subarray(0, magic.length).equals(magic)) torn()
  const end = magic.length + 4 + bytes.readUInt32BE(magic.length)
  if (end > bytes.length - 80) torn()
  const front = bytes.subarray(0, end)
  const body = bytes.subarray(0, bytes.length - 64)
  let header
  try {
    header = JSON.parse(front.subarray(magic.length + 4).toString('utf8'))
  } catch {
    torn()
  }
  const print = typeof header?.by === 'string' ? grouped(sha256(header.by).toString('hex')) : ''
  if (plain(print) !== plain(issuer)) stop(`签名指纹是 ${print}，与告知的不符，拒绝打开`, `Signed by ${print}, not by the issuer you named`)
  try {
    if (!verify(null, body, spki(header.by), bytes.subarray(bytes.length - 64))) throw new Error('signature')
  } catch {
    stop('密封包已被改动，拒绝打开', 'The package was altered')
  }
  if (header.to !== keys.box) stop('密封包不是发给本机关的', 'The package is sealed to another organ')
  try {
    const [key, nonce] = keyFor(keys.boxSecret, header.ephemeral, header)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    decipher.setAAD(front)
    decipher.setAuthTag(body.subarray(body.length - 16))
    return JSON.parse(Buffer.concat([decipher.update(body.subarray(end, body.length - 16)), decipher.final()]).toString('utf8'))
  } catch {
    return stop('密封包已被改动，拒绝打开', 'The package was altered')
  }
}

/** Seals a text to a key and signs it. */
function sealed({ id, to, keys, text }) {
  const own = pairOf('x25519')
  const head = { kind: 'reply', id, to, by: keys.sign, ephemeral: own.open }
  const header = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  const front = Buffer.concat([magic, length, header])
  const [key, nonce] = keyFor(own.secret, to, head)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(front)
  const body = Buffer.concat([front, cipher.update(Buffer.from(text)), cipher.final(), cipher.getAuthTag()])
  return Buffer.concat([body, sign(null, body, pkcs8(keys.signSecret))])
}

function optionsOf(words) {
  const options = {}
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at] ?? ''
    if (!name.startsWith('--') || words[at + 1] === undefined) stop(`不明白的参数：${name}`, `Unknown argument: ${name}`)
    options[name.slice(2)] = words[at + 1]
  }
  return options
}
const wanted = (options, ...names) => names.map((name) => options[name] ?? stop(`缺少参数 --${name}`, `--${name} is missing`))
const jsonAt = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return stop(`不能读取 ${path}`, `Cannot read ${path}`)
  }
}
const bytesAt = (path) => (path && existsSync(path) ? readFileSync(path) : stop(`没有文件 ${path}`, `No file ${path}`))

function makeKeys(folder, options) {
  const [name] = wanted(options, 'name')
  const secretPath = join(folder, 'organ-secret.json')
  if (existsSync(secretPath)) stop('文件夹中已有密钥，不覆盖', 'There are keys here already')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [box, signing] = [pairOf('x25519'), pairOf('ed25519')]
  const proof = sign(null, Buffer.from(`${name}\n${box.open}\n${signing.open}`), pkcs8(signing.secret)).toString('base64')
  writeFileSync(
    secretPath,
    JSON.stringify({ name, box: box.open, sign: signing.open, boxSecret: box.secret, signSecret: signing.secret }),
    { mode: 0o600 },
  )
  writeFileSync(
    join(folder, 'organ-public.json'),
    JSON.stringify({ format: 'guantong-organ-key/1', name, box: box.open, sign: signing.open, proof }),
  )
  process.stdout.write(`公钥指纹 fingerprint: ${grouped(sha256(`${box.open}\n${signing.open}`).toString('hex'))}\n`)
}

/** Names inside a package are names, never paths. */
const safeName = (name, at) => `${at + 1}-${basename(String(name)).replace(/[^\p{L}\p{N}._〔〕（）() -]/gu, '_')}`

function openPackage(path, options) {
  const [secret, issuer, into] = wanted(options, 'secret', 'issuer', 'into')
  const held = opened(bytesAt(path), jsonAt(secret), issuer)
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const { files, replyKey: _, ...matter } = held
  writeFileSync(join(into, '移送内容.json'), `${JSON.stringify(matter, null, 2)}\n`, { mode: 0o600 })
  for (const [at, file] of files.entries()) {
    const bytes = Buffer.from(file.base64, 'base64')
    if (sha256(bytes).toString('hex') !== file.sha256) stop(`附件“${file.name}”与清单不符`, `File ${file.name} differs`)
    writeFileSync(join(into, safeName(file.name, at)), bytes, { mode: 0o600 })
  }
  process.stdout.write(`${matter.lead.number} ${matter.lead.title}: ${files.length} 个附件 files\n`)
}

function replyTo(path, options) {
  const [secret, issuer, kind, by, on, reference, text, out] = wanted(
    options,
    ...['secret', 'issuer', 'kind', 'by', 'on', 'reference', 'text', 'out'],
  )
  if (!kinds.includes(kind)) stop(`--kind 只能是 ${kinds.join('、')}`, `--kind is one of ${kinds.join(', ')}`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) stop('--on 须写成 2026-01-31', '--on is a day such as 2026-01-31')
  if (kind === 'record' && !options.outcome) stop('处理结果须用 --outcome 指明结果文件', 'An outcome needs --outcome FILE')
  const keys = jsonAt(secret)
  const held = opened(bytesAt(path), keys, issuer)
  const outcome = options.outcome ? jsonAt(options.outcome) : null
  const told = { format: 'guantong-lead-reply/1', package: held.package, reply: randomUUID(), kind, by, on, reference, text, outcome }
  writeFileSync(out, sealed({ id: held.package, to: held.replyKey, keys, text: JSON.stringify(told) }))
  process.stdout.write(`${out}\n`)
}

const [verb, path, ...rest] = process.argv.slice(2)
const verbs = { keys: makeKeys, open: openPackage, reply: replyTo }
if (!verbs[verb] || !path) stop('用法：keys | open | reply（见文件开头）', 'Usage: keys | open | reply (see the top of this file)')
verbs[verb](path, optionsOf(rest))
