import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMe } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { useUndo } from '../../../web/undo.tsx'
import { changePassword } from '../contract.ts'
import { says } from '../rules/page.words.ts'
import { words } from '../words.ts'

type Given = { old: string; fresh: string }

/** In the person's menu: a new password, the old one asked for. Not in the demonstration, where logins are printed. */
export function ChangePassword() {
  const t = useSay()
  const me = useMe()
  const tell = useUndo()
  const [shown, setShown] = useState(false)
  const change = useAct(changePassword)
  if (me.demo) return null
  const save = async (given: Given) => {
    const outcome = await change.run(given)
    if (outcome.ok) setShown(false)
    if (outcome.ok) tell(t(says.note.passwordChanged))
  }
  const needed = [{ required: true }]
  return (
    <>
      <button type="button" className="link-button" onClick={() => setShown(true)}>
        {t(words.contract.changePassword)}
      </button>
      <Modal open={shown} title={t(words.contract.changePassword)} footer={null} onCancel={() => setShown(false)} destroyOnHidden>
        <Form layout="vertical" onFinish={(given: Given) => void save(given)}>
          <Form.Item name="old" label={t(says.field.oldPassword)} rules={needed}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="fresh" label={t(says.field.freshPassword)} rules={needed}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <ErrorNote trouble={change.trouble} />
          <Button type="primary" htmlType="submit" loading={change.pending}>
            {t(words.contract.changePassword)}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
