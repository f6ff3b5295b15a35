import { Button } from 'antd'
import type { FormEvent } from 'react'
import { useAct } from '../../../../web/ask.ts'
import { ErrorNote } from '../../../../web/notes.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { useUndo } from '../../../../web/undo.tsx'
import { changePassword } from '../../contract.ts'
import { says } from '../../rules/page.words.ts'
import { words } from '../../words.ts'
import { Text, valuesOf } from '../parts.tsx'

/** A new password; the old one is asked for, the rules stand beside it. */
export function PasswordForm({ least, history }: { least: number; history: number }) {
  const t = useSay()
  const tell = useUndo()
  const change = useAct(changePassword)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { old = '', fresh = '' } = valuesOf(form)
    if (!(await change.run({ old, fresh })).ok) return
    form.reset()
    tell(t(says.note.passwordChanged))
  }
  return (
    <form className="stack" aria-label={t(words.contract.changePassword)} onSubmit={(event) => void save(event)}>
      <Text label={t(says.field.oldPassword)} name="old" type="password" autoComplete="current-password" />
      <Text
        label={t(says.field.freshPassword)}
        name="fresh"
        type="password"
        autoComplete="new-password"
        hint={t(says.note.passwordRule, { least, history })}
      />
      <ErrorNote trouble={change.trouble} />
      <div>
        <Button type="primary" htmlType="submit" loading={change.pending}>
          {t(words.contract.changePassword)}
        </Button>
      </div>
    </form>
  )
}
