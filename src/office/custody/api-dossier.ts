import { refuse } from '../../kernel/refusal.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, Missing, Refused, serve, stopIf } from '../../platform/serve.ts'
import {
  closeReading,
  getIdentityNumber,
  listOwnReaders,
  listReaders,
  myReading,
  openReading,
  recordCopy,
  revealIdentityNumber,
  setIdentityNumber,
} from './contract.ts'
import { masked, readingEnds, whyNotIdentityNumber, whyNotRead } from './rules.ts'
import { seal, unseal } from './seal.ts'
import * as store from './store.ts'

const keyOf = (desk: Pick<Desk, 'store'>) => desk.store.secret('person')

/** The official this account is; an account tied to nobody has no dossier of its own. */
export function ownOfficial({ actor }: Pick<Desk, 'actor'>): string {
  if (actor.officialId === null) throw new Refused(refuse('notYourDossier'))
  return actor.officialId
}

/** A dossier that this reader may know of at all; 404 otherwise. */
const dossier = async ({ read }: Pick<Desk, 'read'>, subject: string) =>
  found(await read.selectFrom('official').select('id').where('id', '=', subject.slice('official:'.length)).executeTakeFirst())

const open = serve(openReading, async (desk) => {
  const { input, actor, now, change } = desk
  await dossier(desk, input.subject)
  stopIf(whyNotRead(input))
  return change(input.subject, async (tx) => {
    const { account, name, role } = actor
    const { subject, purpose, note } = input
    const until = readingEnds(now, await store.settingsOf(tx))
    return store.addReading(tx, { subject, account, name, role, purpose, note, openedAt: now, until })
  })
})

const close = serve(closeReading, ({ input, actor, now, change }) =>
  change(input.subject, async (tx) => {
    await store.endReadings(tx, { subject: input.subject, account: actor.account, now })
    return {}
  }),
)

const enter = serve(setIdentityNumber, async (desk) => {
  const { input, actor, now, change } = desk
  await dossier(desk, input.subject)
  stopIf(whyNotIdentityNumber(input.number))
  return change(input.subject, async (tx) => {
    const sealed = seal(input.number, { key: keyOf(desk), about: input.subject })
    const row = { subject: input.subject, masked: masked(input.number), sealed, setBy: actor.account, setAt: now }
    await store.keepIdentityNumber(tx, row)
    return { masked: row.masked }
  })
})

const reveal = serve(revealIdentityNumber, async (desk) => {
  const { input, change } = desk
  await dossier(desk, input.subject)
  stopIf(whyNotRead(input))
  return change(input.subject, async (tx) => {
    const row = await store.findIdentityNumber(tx, input.subject)
    if (!row) throw new Refused(refuse('noIdentityNumber'))
    return { number: unseal(row.sealed, { key: keyOf(desk), about: input.subject }) }
  })
})

export const dossierApi: readonly Handler[] = [
  ...[open, close, enter, reveal],
  serve(myReading, async ({ input, actor, now, read }) => {
    const reading = await store.openReadingOf(read, { subject: input.subject, account: actor.account, now })
    return { reading: reading ?? null, hours: (await store.settingsOf(read)).readingHours }
  }),
  serve(listReaders, async ({ input, read, seen }) => {
    if (!(await store.knowsRecord(read, input.subject))) throw new Missing()
    seen(input.subject)
    return store.readerPage(read, input)
  }),
  serve(listOwnReaders, async (desk) => {
    const subject = `official:${ownOfficial(desk)}` as const
    stopIf((await store.settingsOf(desk.read)).officialSeesReaders ? null : refuse('readersNotShown'))
    desk.seen(subject)
    return store.readerPage(desk.read, { ...desk.input, subject })
  }),
  serve(recordCopy, ({ input, change }) => change(input.subject, async () => ({}))),
  serve(getIdentityNumber, async (desk) => {
    await dossier(desk, desk.input.subject)
    desk.seen(desk.input.subject)
    return { masked: (await store.findIdentityNumber(desk.read, desk.input.subject))?.masked ?? null }
  }),
]
