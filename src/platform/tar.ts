import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { finished } from 'node:stream/promises'

/** A part of a tar file (POSIX ustar): where its bytes lie. */
export type TarPart = { name: string; size: number; start: number }
const block = 512
const sealName = 'seal.sha256'
const sealBytes = 4 * block

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits - 1, '0')}\0`
const sumOf = (head: Buffer): number => head.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)

/** Sizes from 8 GiB on are written in base 256, as GNU tar does. */
function writeSize(head: Buffer, size: number): void {
  if (size < 8 ** 11) return void head.write(octal(size, 12), 124, 'latin1')
  head.writeUInt8(0x80, 124)
  head.writeBigUInt64BE(BigInt(size), 128)
}
const readSize = (head: Buffer): number =>
  head.readUInt8(124) === 0x80 ? Number(head.readBigUInt64BE(128)) : Number.parseInt(head.toString('latin1', 124, 135), 8)

function headOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 99) throw new Error(`name too long for a tar part: ${name}`)
  const head = Buffer.alloc(block)
  head.write(name, 0, 'utf8')
  head.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8), 100, 'latin1')
  writeSize(head, size)
  head.write(octal(0, 12), 136, 'latin1')
  head.write('0', 156, 'latin1')
  head.write('ustar\x0000', 257, 'latin1')
  head.write(`${sumOf(head).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return head
}
const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)

/** The last part holds the sha256 of all that stands before it: a flipped byte anywhere is found. */
const sealOf = (digest: string): Buffer => Buffer.concat([headOf(sealName, 64), Buffer.from(digest), padding(64), Buffer.alloc(2 * block)])

export type TarWriter = {
  /** Writes a part of exactly this size; answers the sha256 of its bytes. */
  add(name: string, size: number, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string>
  /** Seals the file and waits until it lies on the disk. */
  end(): Promise<void>
  /** Lets go of the file as it is. */
  abandon(): void
}

/** Begins a tar file that only its owner can read; refuses to write over an existing one. */
export function writeTar(path: string): TarWriter {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  const whole = createHash('sha256')
  let broken: Error | null = null
  file.on('error', (error) => {
    broken = error
  })
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (broken) throw broken
    whole.update(bytes)
    if (!file.write(bytes)) await once(file, 'drain')
  }
  return {
    async add(name, size, bytes) {
      const hash = createHash('sha256')
      let left = size
      await put(headOf(name, size))
      for await (const chunk of bytes) {
        left -= chunk.length
        hash.update(chunk)
        await put(chunk)
      }
      if (left !== 0) throw new Error(`${name}: ${left} bytes are missing`)
      await put(padding(size))
      return hash.digest('hex')
    },
    async end() {
      file.end(sealOf(whole.digest('hex')))
      await finished(file)
    },
    abandon: () => void file.destroy(),
  }
}

/** Whether the file ends with its own seal and every byte is what was written. */
export async function isSealed(path: string): Promise<boolean> {
  const { size } = await stat(path)
  if (size < sealBytes || size % block !== 0) return false
  const hash = createHash('sha256')
  const ending: Buffer[] = []
  if (size > sealBytes) for await (const chunk of createReadStream(path, { end: size - sealBytes - 1 })) hash.update(chunk)
  for await (const chunk of createReadStream(path, { start: size - sealBytes })) ending.push(chunk)
  return Buffer.concat(ending).equals(sealOf(hash.digest('hex')))
}

/** The parts of a sealed file, in their order. */
export async function tarParts(path: string): Promise<TarPart[]> {
  const file = await open(path)
  const parts: TarPart[] = []
  try {
    for (let at = 0; ; ) {
      const { buffer: head, bytesRead } = await file.read(Buffer.alloc(block), 0, block, at)
      const name = head.toString('utf8', 0, Math.max(head.indexOf(0), 0))
      if (bytesRead < block || name === '' || name === sealName) return parts
      const size = readSize(head)
      parts.push({ name, size, start: at + block })
      at += block + Math.ceil(size / block) * block
    }
  } finally {
    await file.close()
  }
}

/** The bytes of one part. */
export async function* tarBytes(path: string, { size, start }: TarPart): AsyncGenerator<Buffer> {
  if (size > 0) yield* createReadStream(path, { start, end: start + size - 1 })
}
