import { Button } from 'antd'
import { type FormEvent, useId } from 'react'
import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { listTypes, type TypeView } from '../contract.ts'
import { activateTemplate, getTemplate, listTemplates, tryTemplate, uploadTemplate, withdrawTemplate } from '../keeping.contract.ts'
import type { PaperTemplate } from '../model.ts'
import { words } from '../page.words.ts'
import { TypeOptions } from '../panel.tsx'
import { words as records } from '../words.ts'

const tagOf = { waiting: 'planned', active: 'done', withdrawn: 'overdue' } as const

function Version({ template }: { template: PaperTemplate }) {
  const t = useSay()
  const activate = useAct(activateTemplate)
  const withdraw = useAct(withdrawTemplate)
  const may = useMay(activateTemplate)
  const { id, kind, version, state, lacking } = template
  const why = lacking.length > 0 ? t(words.note.lacking, { fields: lacking.join('、') }) : null
  return (
    <li className="stack stack-tight">
      <div className="row">
        <b>{`v${template.edition}`}</b>
        <a href={fileUrl(getTemplate, { kind, id })}>{template.name}</a>
        <StatusTag state={tagOf[state]}>{t(records.templateState[state])}</StatusTag>
        <span className="muted">{t(words.note.byOn, { by: template.uploadedBy, on: template.uploadedOn })}</span>
        <code className="muted small">{template.sha256.slice(0, 12)}</code>
        <a href={fileUrl(tryTemplate, { kind, id })}>{t(words.action.try)}</a>
        {may && state !== 'active' && (
          <Button size="small" disabled={why !== null} title={why ?? undefined} onClick={() => void activate.run({ id, version })}>
            {t(words.action.activate)}
          </Button>
        )}
        {may && state === 'active' && (
          <Button size="small" onClick={() => void withdraw.run({ id, version })}>
            {t(words.action.withdraw)}
          </Button>
        )}
      </div>
      {template.note && <p className="muted small">{template.note}</p>}
      {why && <p className="muted small">{why}</p>}
      <ErrorNote trouble={activate.trouble ?? withdraw.trouble} />
    </li>
  )
}

function UploadForm({ kind }: { kind: string }) {
  const t = useSay()
  const file = useId()
  const note = useId()
  const act = useAct(uploadTemplate)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const chosen = given.get('file')
    const outcome = await act.run({ kind, note: String(given.get('note') ?? '') }, chosen instanceof File ? [chosen] : [])
    if (outcome.ok) form.reset()
  }
  return (
    <form className="stack" aria-label={t(words.title.upload)} onSubmit={(event) => void submit(event)}>
      <label className="muted" htmlFor={file}>
        {t(words.field.file)}
      </label>
      <input id={file} name="file" type="file" accept=".docx" required className="field-control" />
      <label className="muted" htmlFor={note}>
        {t(words.field.note)}
      </label>
      <input id={note} name="note" className="field-control" />
      <ErrorNote trouble={act.trouble} />
      <div>
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t(words.action.upload)}
        </Button>
      </div>
    </form>
  )
}

function Catalogue({ type }: { type: TypeView }) {
  const t = useSay()
  const rows = type.fields.flatMap((field) => [
    { ...field, tag: field.label.zh, inside: false },
    ...field.columns.map((column) => ({ ...column, key: `${field.key}.${column.key}`, tag: column.label.zh, inside: true })),
  ])
  return (
    <Card title={t(words.title.catalogue)}>
      <p className="muted small">{t(words.note.howTags)}</p>
      <ul className="stack stack-tight">
        {rows.map((row) => (
          <li key={row.key} className="row" style={{ paddingInlineStart: row.inside ? 20 : 0 }}>
            <code>{`{${row.tag}}`}</code>
            <span className="muted">{t(row.label)}</span>
            {row.needed && <span className="small">{t(words.field.needed)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OfType({ type }: { type: TypeView }) {
  const t = useSay()
  const may = useMay(uploadTemplate)
  const asked = useAsk(listTemplates, { kind: type.id })
  return (
    <div className="grid-side">
      <div className="stack">
        <Card title={t(words.title.versions)}>
          <div className="stack">
            <div className="row">
              <a href={fileUrl(getTemplate, { kind: type.id })}>{t(words.action.house)}</a>
              <a href={fileUrl(tryTemplate, { kind: type.id })}>{t(words.action.try)}</a>
            </div>
            <Shown ask={asked}>
              {({ rows }) => (
                <>
                  {rows.every(({ state }) => state !== 'active') && <p className="muted">{t(words.note.houseInUse)}</p>}
                  <ul className="stack">
                    {rows.map((template) => (
                      <Version key={template.id} template={template} />
                    ))}
                  </ul>
                </>
              )}
            </Shown>
          </div>
        </Card>
        {may && (
          <Card title={t(words.title.upload)}>
            <UploadForm kind={type.id} />
          </Card>
        )}
      </div>
      <Catalogue type={type} />
    </div>
  )
}

/** Templates by document type: the default, the office's own versions, and the tags that may stand in them. */
export function TemplatesPage() {
  const t = useSay()
  const [at, set] = useAddress(z.object({ kind: z.string().optional() }))
  const asked = useAsk(listTypes, {})
  return (
    <Page title={t(words.title.templates)} crumbs={[{ says: t(words.title.papers), to: '/papers' }]}>
      <Shown ask={asked}>
        {({ types }) => {
          const type = types.find(({ id }) => id === at.kind) ?? types[0]
          return (
            <div className="stack">
              <select
                className="field-control"
                aria-label={t(records.field.kind)}
                value={type?.id}
                onChange={(event) => set({ kind: event.target.value })}
              >
                <TypeOptions types={types} />
              </select>
              {type && <OfType key={type.id} type={type} />}
            </div>
          )
        }}
      </Shown>
    </Page>
  )
}
