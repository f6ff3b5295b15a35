import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { Tastes } from '../../../web/shell/tastes.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words as kit } from '../../../web/words.ts'
import { demoLogins, login, me } from '../contract.ts'
import { Role } from '../model.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'

/** Signs in and asks again who is here: the page that was wanted then shows itself. */
function useSignIn() {
  const client = useQueryClient()
  const signIn = useAct(login)
  const run = async (given: { account: string; password: string }) => {
    const outcome = await signIn.run(given)
    if (outcome.ok) await client.resetQueries({ queryKey: [me.name] })
  }
  return { run, pending: signIn.pending, trouble: signIn.trouble }
}

function Form({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
  const t = useSay()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    void signIn.run({ account: String(given.get('account') ?? '').trim(), password: String(given.get('password') ?? '') })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div className="stack stack-tight">
        <label htmlFor={`${id}account`}>{t(says.field.account)}</label>
        <input id={`${id}account`} name="account" className="field-control" autoComplete="username" required />
      </div>
      <div className="stack stack-tight">
        <label htmlFor={`${id}password`}>{t(says.field.password)}</label>
        <input id={`${id}password`} name="password" type="password" className="field-control" autoComplete="current-password" required />
      </div>
      <ErrorNote trouble={signIn.trouble} />
      <Button type="primary" htmlType="submit" loading={signIn.pending} block>
        {t(words.contract.login)}
      </Button>
    </form>
  )
}

function Demonstration({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
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

/** Account and password; with the demonstration city loaded, one press for each role. */
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
          <Form signIn={signIn} />
        </Card>
        <Demonstration signIn={signIn} />
        <footer className="row">
          <Tastes />
        </footer>
      </div>
    </main>
  )
}
