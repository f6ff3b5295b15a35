import { once } from 'node:events'
import { Readable } from 'node:stream'
import type pg from 'pg'

/** What the driver's connection can do beside what its types tell. */
type Line = pg.Connection & { sendCopyFromChunk(chunk: Uint8Array): void; endCopyFrom(): void; sendCopyFail(message: string): void }

/** Runs `copy … to stdout` and hands its bytes on as they come, no faster than they are taken. */
export function copyOut(client: pg.ClientBase, statement: string): Readable {
  let line: pg.Connection | null = null
  const out = new Readable({ read: () => void line?.stream.resume() })
  client.query({
    submit(connection: pg.Connection) {
      line = connection
      connection.query(statement)
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      if (!out.push(Buffer.from(chunk))) line?.stream.pause()
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery() {
      out.push(null)
      line?.stream.resume()
    },
    handleError(error: Error) {
      out.destroy(error)
      line?.stream.resume()
    },
  } as pg.Submittable)
  return out
}

async function feed(line: Line, chunks: AsyncIterable<Uint8Array>, isOver: () => boolean): Promise<void> {
  for await (const chunk of chunks) {
    if (isOver()) return
    line.sendCopyFromChunk(chunk)
    if (line.stream.writableNeedDrain) await once(line.stream, 'drain')
  }
  if (!isOver()) line.endCopyFrom()
}

/** Runs `copy … from stdin` with these bytes; fails with the database's own words. */
export function copyIn(client: pg.ClientBase, statement: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null
    const fail = (error: Error) => {
      failed ??= error
      reject(failed)
    }
    client.query({
      submit: (connection: pg.Connection) => void connection.query(statement),
      handleCopyInResponse: (line: Line) =>
        void feed(line, chunks, () => failed !== null).catch((error: Error) => {
          fail(error)
          line.sendCopyFail(error.message)
        }),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: fail,
    } as pg.Submittable)
  })
}
