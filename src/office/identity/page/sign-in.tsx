import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Trouble, useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { Tastes } from '../../../web/shell/tastes.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words as kit } from '../../../web/words.ts'
import { demoLogins, login, me } from '../contract.ts'
import { Role } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'
import { OutsideWays, Returning } from './outside-ways.tsx'
import { Text, valuesOf } from './parts.tsx'

type Given = { account: string; password: string; code?: string }

/** Signs in and asks again who is here: the page that was wanted then shows itself. Keeps what was given while a code is asked for. */
function useSignIn() {
  const client = useQueryClient()
  const signIn = useAct(login)
  const [given, setGiven] = useState<Given | null>(null)
  const enter = () => client.resetQueries({ queryKey: [me.name] })
  const run = async (fresh: Given) => {
    setGiven(fresh)
    if ((await signIn.run(fresh)).ok) await enter()
  }
  const wantsCode = ['codeNeeded', 'wrongCode', 'codeUsed', 'clockSkew'].includes(signIn.trouble?.code ?? '')
  const back = () => {
    setGiven(null)
    signIn.forget()
  }
  return { run, enter, back, given, wantsCode, pending: signIn.pending, trouble: signIn.trouble }
}
type SignIn = ReturnType<typeof useSignIn>

function PasswordForm({ signIn }: { signIn: SignIn }) {
  const t = useSay()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { account = '', password = '' } = valuesOf(event.currentTarget)
    void signIn.run({ account, password })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Text label={t(says.field.account)} name="account" autoComplete="username" />
      <Text label={t(says.field.password)} name="password" type="password" autoComplete="current-password" />
      <ErrorNote trouble={signIn.trouble} />
      <Button type="primary" htmlType="submit" loading={signIn.pending} block>
        {t(words.contract.login)}
      </Button>
    </form>
  )
}

/** The second step of an account with a second factor; a recovery code does as well. */
function CodeForm({ signIn, given }: { signIn: SignIn; given: Given }) {
  const t = useSay()
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void signIn.run({ ...given, code: valuesOf(event.currentTarget).code ?? '' })
  }
  return (
    <form className="stack" onSubmit={submit} ref={place}>
      <h2>{t(says.title.code)}</h2>
      <Text label={t(says.field.code)} name="code" autoComplete="one-time-code" hint={given.account} />
      {signIn.trouble?.code !== 'codeNeeded' && <ErrorNote trouble={signIn.trouble} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={signIn.pending}>
          {t(words.contract.login)}
        </Button>
        <Button onClick={signIn.back}>{t(kit.action.back)}</Button>
      </div>
    </form>
  )
}

function Demonstration({ signIn }: { signIn: SignIn }) {
  const t = useSay()
  const asked = useAsk(demoLogins, {})
  if (!asked.data || asked.data.length === 0) return null
  const logins = [...asked.data].sort((a, b) => Role.options.indexOf(a.role) - Role.options.indexOf(b.role))
  return (
    <Card title={t(says.note.oneClick)} aside={t(kit.demo)}>
      <ul className="demo-logins">
        {logins.map((each) => (
          <li key={each.account}>
            <button type="button" className="demo-login" disabled={signIn.pending} onClick={() => void signIn.run(each)}>
              <span>{t(words.role[each.role])}</span>
              <span className="muted small">
                {each.name} · {each.account}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Why somebody who was signed in is asked again: the session expired or was ended, the seat is over. */
function WhyOut() {
  const error: unknown = useQueryClient().getQueryState([me.name, {}])?.error
  return error instanceof Trouble && error.code !== 'signInFirst' ? <ErrorNote trouble={error} /> : null
}

/** Account and password, then a code where one is due; the provider or the gateway; with the demonstration city, one press for each role. */
export function SignInPage() {
  const t = useSay()
  const signIn = useSignIn()
  return (
    <main className="sign-in">
      <div className="sign-in-column">
        <header className="row">
          <span className="brand-seal serif" aria-hidden="true">
            {t(kit.seal)}
          </span>
          <h1>{t(kit.productLong)}</h1>
          <span className="muted">{t(says.note.welcome)}</span>
        </header>
        <Card>
          <WhyOut />
          <Returning onEntered={signIn.enter} />
          {signIn.wantsCode && signIn.given ? <CodeForm signIn={signIn} given={signIn.given} /> : <PasswordForm signIn={signIn} />}
          <OutsideWays onEntered={signIn.enter} />
        </Card>
        <Demonstration signIn={signIn} />
        <footer className="row">
          <Tastes />
        </footer>
      </div>
    </main>
  )
}
