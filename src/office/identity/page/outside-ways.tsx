import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { beginOutside, enterByGateway, finishOutside, returnPath, ways } from '../contract.ts'
import { says } from '../rules/page.words.ts'

const ticketKey = 'guantong:ticket'
const wantedKey = 'guantong:wanted'

/** Goes to the provider's own page; the ticket stays in this browser, with the page that was wanted. */
function useProvider() {
  const begin = useAct(beginOutside)
  const go = async () => {
    const outcome = await begin.run({})
    if (!outcome.ok) return
    sessionStorage.setItem(ticketKey, outcome.value.ticket)
    sessionStorage.setItem(wantedKey, `${location.pathname}${location.search}`)
    location.assign(outcome.value.address)
  }
  return { go, begin }
}

type Entered = { onEntered(): Promise<unknown> }

/** Ways beside the password, where the server has any. */
export function OutsideWays({ onEntered }: Entered) {
  const t = useSay()
  const asked = useAsk(ways, {})
  const { go, begin } = useProvider()
  const gate = useAct(enterByGateway)
  const { provider, gateway } = asked.data ?? {}
  if (!provider && !gateway) return null
  const enter = async () => {
    if ((await gate.run({})).ok) await onEntered()
  }
  return (
    <div className="stack sign-in-ways">
      {provider && (
        <Button block loading={begin.pending} onClick={() => void go()}>
          {t(says.action.bySso)} · {provider}
        </Button>
      )}
      {gateway && (
        <Button block loading={gate.pending} onClick={() => void enter()}>
          {t(says.action.byGateway, { account: gateway })}
        </Button>
      )}
      <ErrorNote trouble={begin.trouble ?? gate.trouble} />
    </div>
  )
}

/** Back from the provider: finishes the sign-in once, and shows why when it comes to nothing. */
export function Returning({ onEntered }: Entered) {
  const finish = useAct(finishOutside)
  const begun = useRef(false)
  useEffect(() => {
    if (location.pathname !== returnPath || begun.current) return
    begun.current = true
    const [query, ticket] = [location.search.slice(1), sessionStorage.getItem(ticketKey) ?? '']
    const wanted = sessionStorage.getItem(wantedKey) ?? '/'
    sessionStorage.removeItem(ticketKey)
    history.replaceState(null, '', wanted.startsWith(returnPath) ? '/' : wanted)
    void finish.run({ ticket, query }).then((outcome) => outcome.ok && onEntered())
  }, [finish, onEntered])
  return <ErrorNote trouble={finish.trouble} />
}
