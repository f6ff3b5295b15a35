import pg from 'pg'
import { connection } from './db.ts'
import { log } from './log.ts'

/**
 * News for browsers. `audience` is an account, or `*` for everybody signed in; it never carries a person's data.
 * `about` is the record it speaks of: it reaches only those who may know that record when it is sent.
 */
export type Event = { kind: string; audience: string; payload: Record<string, unknown>; about?: `${string}:${string}` }
export type Bus = { subscribe(listener: (event: Event) => void): () => void; close(): Promise<void> }
const channel = 'guantong_events'

/** Sends an event to every process that listens on this database. */
export const publisher =
  (pool: pg.Pool) =>
  async (event: Event): Promise<void> => {
    await pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(event)])
  }

/** Listens on a connection of its own and hands events to the streams of this process. */
export async function openBus(url: string): Promise<Bus> {
  const listeners = new Set<(event: Event) => void>()
  const client = new pg.Client(connection(url))
  client.on('error', (error) => log.warn({ events: error.message }))
  client.on('notification', (message) => {
    const event: Event = JSON.parse(message.payload ?? '{}')
    for (const listener of listeners) listener(event)
  })
  await client.connect()
  await client.query(`listen ${channel}`)
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => client.end(),
  }
}
