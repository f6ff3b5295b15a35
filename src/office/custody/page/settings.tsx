import { Button } from 'antd'
import type { FormEvent } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { words as kit } from '../../../web/words.ts'
import { getSettings, saveSettings } from '../contract.ts'
import { type CustodySettings, SecrecyLevel } from '../model.ts'
import { words } from '../words.ts'

function LevelField({ name, value }: { name: 'ceiling' | 'usual'; value: SecrecyLevel }) {
  const t = useSay()
  const labelled = useChoices()
  return (
    <label className="stack stack-tight">
      <span className="muted">{t(words.field[name])}</span>
      <select name={name} className="field-control" defaultValue={value}>
        {labelled(SecrecyLevel.options, words.level).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function SettingsForm({ settings }: { settings: CustodySettings }) {
  const t = useSay()
  const save = useAct(saveSettings)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void save.run({
      ceiling: SecrecyLevel.catch(settings.ceiling).parse(form.get('ceiling')),
      usual: SecrecyLevel.catch(settings.usual).parse(form.get('usual')),
      readingHours: Number(form.get('readingHours')),
      officialSeesReaders: form.get('officialSeesReaders') !== null,
    })
  }
  return (
    <form className="stack" onSubmit={send}>
      <LevelField name="ceiling" value={settings.ceiling} />
      <LevelField name="usual" value={settings.usual} />
      <label className="stack stack-tight">
        <span className="muted">{t(words.field.readingHours)}</span>
        <input name="readingHours" type="number" min={1} max={72} className="field-control num" defaultValue={settings.readingHours} />
      </label>
      <label className="row">
        <input name="officialSeesReaders" type="checkbox" defaultChecked={settings.officialSeesReaders} />{' '}
        {t(words.field.officialSeesReaders)}
      </label>
      <ErrorNote trouble={save.trouble} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.pending}>
          {t(words.action.save)}
        </Button>
        {save.value && <span role="status">{t(words.note.saved)}</span>}
      </div>
    </form>
  )
}

/** What holds here; only the security administrator changes it. */
export function Settings() {
  const t = useSay()
  const may = useMay(saveSettings)
  const asked = useAsk(getSettings, {})
  return (
    <Shown ask={asked}>
      {(settings) =>
        may ? (
          <SettingsForm settings={settings} />
        ) : (
          <Fields
            rows={[
              { label: t(words.field.ceiling), value: t(words.level[settings.ceiling]) },
              { label: t(words.field.usual), value: t(words.level[settings.usual]) },
              { label: t(words.field.readingHours), value: settings.readingHours },
              { label: t(words.field.officialSeesReaders), value: t(settings.officialSeesReaders ? kit.field.yes : kit.field.no) },
            ]}
          />
        )
      }
    </Shown>
  )
}
