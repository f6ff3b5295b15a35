import {
  AliasNode,
  AndNode,
  type DeleteQueryNode,
  type FromNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  ParensNode,
  RawNode,
  TableNode,
  type UpdateQueryNode,
  ValueNode,
  WhereNode,
} from 'kysely'
import { tables } from '../../tables.ts'
import { type Clause, clause } from './condition.ts'
import { type Eye, knownRow, maskedColumns, secretColumns, snake, type Table, tableNamed } from './predicate.ts'

function rawOf(parts: Clause): RawNode {
  const texts = ['']
  const values: ValueNode[] = []
  for (const part of parts) {
    if (typeof part === 'string') texts[texts.length - 1] += part
    else {
      values.push(ValueNode.create(part.value))
      texts.push('')
    }
  }
  return RawNode.create(texts, values)
}

const masked = (column: string, alias: string, mask: { instead: string; when: Clause }): Clause =>
  clause('case when ', mask.when, ` then ${mask.instead} else "${alias}"."${column}" end as "${column}"`)

function columnsOf(table: Table, alias: string, eye: Eye): Clause {
  const masks = maskedColumns(table, alias, eye)
  const secrets = secretColumns(table)
  if (masks.size === 0 && secrets.length === 0) return ['*']
  const columns = Object.keys(tables[table].shape)
    .map(snake)
    .filter((column) => !secrets.includes(column))
  return clause(
    ...columns.flatMap((column, index) => {
      const mask = masks.get(column)
      return [index === 0 ? '' : ', ', mask ? masked(column, alias, mask) : `"${alias}"."${column}"`]
    }),
  )
}

/** The table as its reader may know it; null when nothing of it is hidden from him. */
function filtered(table: Table, eye: Eye): Clause | null {
  const alias = snake(table)
  const known = knownRow(table, alias, eye)
  const columns = columnsOf(table, alias, eye)
  if (known === true && columns[0] === '*') return null
  return clause('(select ', columns, ` from "${alias}" where `, typeof known === 'boolean' ? String(known) : known, ')')
}

const namesTable = (node: OperationNode): Table | undefined =>
  TableNode.is(node) && !node.table.schema ? tableNamed(node.table.identifier.name) : undefined
const aliasOf = (node: OperationNode): string | null => (AliasNode.is(node) && IdentifierNode.is(node.alias) ? node.alias.name : null)

/** Puts what the actor may know in the place of every table that a statement reads. */
class Filter extends OperationNodeTransformer {
  readonly #eye: Eye
  readonly #rows = new Map<Table, RawNode | null>()
  constructor(eye: Eye) {
    super()
    this.#eye = eye
  }

  /** What stands for a table before this eye, worded once. */
  #rowsOf(table: Table): RawNode | null {
    const worded = this.#rows.get(table)
    if (worded !== undefined) return worded
    const clause = filtered(table, this.#eye)
    const rows = clause && rawOf(clause)
    this.#rows.set(table, rows)
    return rows
  }

  #known(node: OperationNode): OperationNode {
    const table = namesTable(AliasNode.is(node) ? node.node : node)
    const rows = table && this.#rowsOf(table)
    return table && rows ? AliasNode.create(rows, IdentifierNode.create(aliasOf(node) ?? snake(table))) : node
  }

  /** For the table that is written to: only rows that may be known are changed or taken away. */
  #where(target: OperationNode, where: WhereNode | undefined): WhereNode | undefined {
    const table = namesTable(AliasNode.is(target) ? target.node : target)
    const known = table ? knownRow(table, aliasOf(target) ?? snake(table), this.#eye) : true
    if (known === true) return where
    const guard = rawOf(known === false ? ['false'] : known)
    return WhereNode.create(where ? AndNode.create(ParensNode.create(where.where), guard) : guard)
  }

  protected override transformFrom(node: FromNode, queryId?: never): FromNode {
    const from = super.transformFrom(node, queryId)
    return { ...from, froms: from.froms.map((each) => this.#known(each)) }
  }

  protected override transformJoin(node: JoinNode, queryId?: never): JoinNode {
    const join = super.transformJoin(node, queryId)
    return { ...join, table: this.#known(join.table) }
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: never): DeleteQueryNode {
    const query = super.transformDeleteQuery(node, queryId)
    const [target] = node.from.froms
    const where = target && this.#where(target, query.where)
    return { ...query, from: node.from, ...(where ? { where } : {}) }
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: never): UpdateQueryNode {
    const query = super.transformUpdateQuery(node, queryId)
    const where = node.table && this.#where(node.table, query.where)
    return where ? { ...query, where } : query
  }
}

/** The first wall: a plugin that lets every statement of this actor see only what he may know. */
export function firstWall(eye: Eye): KyselyPlugin {
  const filter = new Filter(eye)
  return {
    transformQuery: ({ node, queryId }) => filter.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  }
}
