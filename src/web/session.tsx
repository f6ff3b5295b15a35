import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'
import { Day } from '../kernel/day.ts'
import { useAct, useAsk } from './ask.ts'
import { settingsOf } from './settings.ts'
import type { Outcome, Trouble } from './trouble.ts'

/** Who is signed in and what they may do; as the house's `identity.me` answers. */
export type Me = {
  account: string
  name: string
  role: string
  jurisdiction: string
  /** Names of the contracts this person may call. */
  may: readonly string[]
  demo: boolean
  today: string
}
/** The two contracts the kit needs of the house; given by the site, since the kit knows no room. */
export type SessionContracts = {
  me: Contract<z.ZodType<unknown, Record<string, never>>, z.ZodType<Me>>
  logout: Contract<z.ZodType<unknown, Record<string, never>>>
}
type Session = { me: Me; signOut(): Promise<Outcome<unknown>> }
const SessionContext = createContext<Session | null>(null)

type Props = {
  contracts: SessionContracts
  children: ReactNode
  /** Shown to somebody who is not signed in. */
  stranger: ReactNode
  waiting: ReactNode
  failed(trouble: Trouble, retry: () => void): ReactNode
}

/** Asks who is here and shows the app, the sign-in page, or what went wrong. */
export function SessionProvider({ contracts, children, stranger, waiting, failed }: Props) {
  const client = useQueryClient()
  const asked = useAsk(contracts.me, {})
  const logout = useAct(contracts.logout)
  const account = asked.data?.account
  useEffect(() => {
    if (account) settingsOf(account)
  }, [account])
  const signOut = async () => {
    const outcome = await logout.run({})
    if (outcome.ok) client.clear()
    if (outcome.ok) location.assign('/')
    return outcome
  }
  if (asked.error?.status === 401) return stranger
  if (asked.error && !asked.data) return failed(asked.error, () => void asked.refetch())
  if (!asked.data) return waiting
  return <SessionContext value={{ me: asked.data, signOut }}>{children}</SessionContext>
}

function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session: this page is shown outside SessionProvider')
  return session
}

/** The signed-in person. */
export const useMe = (): Me => useSession().me
export const useSignOut = () => useSession().signOut
/** True when this person's role may call the contract; the page then shows its button. */
export const useMay = (contract: { name: string }): boolean => useSession().me.may.includes(contract.name)
/** The server's day: pages never read the machine's clock. */
export const useToday = (): Day => Day.parse(useSession().me.today)
