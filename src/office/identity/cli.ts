import { parseArgs } from 'node:util'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import { BadInput } from '../../platform/stop.ts'
import { type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { Account } from './model.ts'
import { accountRow, addAccount, findAccount, newPassword } from './store.ts'
import { words } from './words.ts'

const usage = 'guantong account create ACCOUNT --name NAME --role ROLE --jurisdiction CODE'

function read(argv: readonly string[]) {
  const options = { name: { type: 'string' }, role: { type: 'string' }, jurisdiction: { type: 'string', default: '*' } } as const
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [what, account] = positionals
  const shape = Account.pick({ account: true, name: true, role: true, jurisdiction: true })
  const parsed = shape.safeParse({ account, name: values.name ?? account, role: values.role, jurisdiction: values.jurisdiction })
  if (what !== 'create' || account === undefined || values.role === undefined) throw new WrongUsage()
  if (!parsed.success) throw new BadInput(parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message })))
  return parsed.data
}

/** `guantong account create`: the first accounts of a new installation; the password is shown once. */
async function createAccount(context: VerbContext, argv: readonly string[]): Promise<0 | 1> {
  const given = read(argv)
  const desk = await context.desk(null, 'identity.createAccount')
  if (await findAccount(desk.read, given.account)) {
    context.err(context.sentence(refuse('accountTaken', { account: given.account })))
    return 1
  }
  const password = newPassword()
  const row = await accountRow({ ...given, unitId: null, demo: false }, { password, now: desk.now })
  await desk.change(`account:${given.account}`, (tx) => addAccount(tx, row))
  context.out(say(words.note.createdAccount, context.tongue, { account: given.account, password }))
  return 0
}

export const identityVerbs: readonly Verb[] = [{ name: 'account', usage, says: words.contract.createAccount, run: createAccount }]
