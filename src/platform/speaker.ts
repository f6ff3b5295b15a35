import { type BinaryOperationNode, OperatorNode, PostgresDialect, PostgresQueryCompiler, PrimitiveValueListNode } from 'kysely'
import pg from 'pg'

/**
 * What is said to the database costs less by what it asks than by how often it must be waited for. Here a connection says
 * several things in one breath: the beginning of a transaction goes along with its first statement, statements that need
 * no answer from one another are sent together, and a statement said again and again gets a name, so that it is read and
 * planned once for each connection.
 */
type Connected = pg.PoolClient & { connection: { stream: { cork(): void; uncork(): void } } }
type Spoken = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>
const silence: Spoken = { command: '', rowCount: 0, rows: [] }

const beginning = /^(?:begin|start transaction)\b/
const ending = /^(?:commit|rollback)$/

/** Each name keeps a plan in every connection's memory. */
const mostNamed = 160
const mostCounted = 4000
const namedFrom = 3
const missedFrom = 200

/** The names of statements that are said often, the same in all connections of a pool. */
class Names {
  #names = new Map<string, string>()
  #counts = new Map<string, number>()
  /** Connections of an earlier age hold plans that nobody asks for any more. */
  age = 0

  /** The name of a statement that has been said often enough; several statements in one text have none. */
  of(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined) return name
    if (text.includes(';') || !/^\s*(?:select|insert|update|delete|with)\b/.test(text)) return undefined
    const times = (this.#counts.get(text) ?? 0) + 1
    if (this.#counts.size >= mostCounted) this.#counts.clear()
    this.#counts.set(text, times)
    if (this.#names.size >= mostNamed && times >= missedFrom) this.#forget()
    return times < namedFrom || this.#names.size >= mostNamed ? undefined : this.#give(text)
  }

  #give(text: string): string {
    const name = `guantong_${this.age}_${this.#names.size}`
    this.#counts.delete(text)
    this.#names.set(text, name)
    return name
  }

  /** What is said now is another set of statements than was named: all names are given anew. */
  #forget(): void {
    this.#names = new Map()
    this.#counts = new Map()
    this.age += 1
  }
}

/** What a named statement answers when the tables have changed since it was planned: the connection is not used again. */
const isStale = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '26000' || error.routine === 'RevalidateCachedQuery')

/** One connection of the pool, as the query builder sees it. */
class Speaker {
  readonly #client: pg.PoolClient
  readonly #names: Names
  readonly #age: number
  #opening: string | null = null
  #stale = false
  constructor(client: pg.PoolClient, names: Names) {
    this.#client = client
    this.#names = names
    this.#age = names.age
  }

  /** What is said before the next turn of the event loop goes out in one packet. */
  #inOneBreath(): void {
    const { stream } = (this.#client as Connected).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }

  #say(text: string, values: unknown[]): Promise<Spoken> {
    const name = this.#names.of(text)
    return this.#client.query(name === undefined ? { text, values } : { text, values, name })
  }

  async query(text: string, values: unknown[]): Promise<Spoken> {
    const opening = this.#opening
    this.#opening = beginning.test(text) ? text : null
    if (this.#opening !== null || (opening !== null && ending.test(text))) return silence
    this.#inOneBreath()
    const said = opening === null ? this.#say(text, values) : Promise.all([this.#client.query(opening), this.#say(text, values)])
    try {
      const answered = await said
      return Array.isArray(answered) ? answered[1] : answered
    } catch (error) {
      this.#stale ||= isStale(error)
      throw error
    }
  }

  release(): void {
    this.#opening = null
    this.#client.release(this.#stale || this.#age !== this.#names.age)
  }
}

/** The pool, each of its connections speaking in as few breaths as may be. */
export function talking(pool: Pick<pg.Pool, 'connect' | 'end'>): pg.Pool {
  const speakers = new WeakMap<pg.PoolClient, Speaker>()
  const names = new Names()
  const connect = async () => {
    const client = await pool.connect()
    const speaker = speakers.get(client) ?? new Speaker(client, names)
    speakers.set(client, speaker)
    return speaker
  }
  return { connect, end: () => pool.end() } as unknown as pg.Pool
}

/** A list of values travels as one array: its length does not change the statement. */
class Wording extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node
    const word = OperatorNode.is(operator) ? operator.operator : ''
    if (PrimitiveValueListNode.is(rightOperand) && (word === 'in' || word === 'not in')) {
      this.visitNode(leftOperand)
      this.append(word === 'in' ? ' = any(' : ' <> all(')
      this.appendValue([...rightOperand.values])
      this.append(')')
    } else super.visitBinaryOperation(node)
  }
}

export class HouseDialect extends PostgresDialect {
  override createQueryCompiler(): Wording {
    return new Wording()
  }
}
