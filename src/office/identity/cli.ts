import { parseArgs } from 'node:util'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import { BadInput } from '../../platform/stop.ts'
import { type Verb, type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { createAccount } from './accounts.contract.ts'
import { file, fillVacancy } from './deeds.ts'
import { says } from './rules/page.words.ts'
import { isAdministrator, isReserved } from './rules/seats.ts'
import { othersIn } from './store/security.ts'
import { accountRow, addAccount, findAccount, newPassword } from './store.ts'
import { words } from './words.ts'

const usage = 'guantong account create ACCOUNT --name NAME --role ROLE --jurisdiction CODE [--person NUMBER]'

function read(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { name: text, role: text, jurisdiction: { ...text, default: '*' }, person: text } as const
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [what, account] = positionals
  const { role, jurisdiction, person } = values
  const parsed = createAccount.input.safeParse({ account, name: values.name ?? account, role, jurisdiction, person })
  if (what !== 'create' || account === undefined || role === undefined) throw new WrongUsage()
  if (!parsed.success) throw new BadInput(parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message })))
  return parsed.data
}

/**
 * `guantong account create`: the password is shown once. A vacant administrator's seat is filled at once, which is how an
 * installation gets its first three; any other seat waits for the security administrator like one proposed in the browser.
 */
async function create(context: VerbContext, argv: readonly string[]): Promise<0 | 1> {
  const given = read(argv)
  const desk = await context.desk(null, 'identity.createAccount')
  const { account, name, person, role, jurisdiction } = given
  if (isReserved(account) || isReserved(person ?? '') || (await findAccount(desk.read, account))) {
    context.err(context.sentence(refuse('accountTaken', { account })))
    return 1
  }
  const password = newPassword()
  const { now, today } = desk
  const row = await accountRow({ account, name, person: person ?? null, demo: false }, { password, now })
  const wanted = { role, jurisdiction, unitId: null, fromOn: today, untilOn: null }
  const vacant = isAdministrator(role) && (await othersIn(desk.read, role, { beside: account, today, demo: false })) === 0
  await desk.change(`account:${account}`, async (tx) => {
    await addAccount(tx, row)
    if (vacant) return fillVacancy(tx, account, wanted, now)
    await file(tx, { account: row, by: desk.actor, ground: usage.slice(0, 23), now }, { kind: 'seat', detail: wanted })
  })
  context.out(say(says.note.createdAccount, context.tongue, { account, password }))
  context.out(say(vacant ? says.note.founded : says.note.createdWaits, context.tongue))
  return 0
}

export const identityVerbs: readonly Verb[] = [{ name: 'account', usage, says: words.contract.createAccount, run: create }]
