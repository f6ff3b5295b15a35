import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import { saveTemplate, settleSite, showTemplate, startSite } from './contract.ts'
import { SiteState, type SiteTask, type SiteTemplate } from './model.ts'
import { words } from './words.ts'

const siteTag = { open: 'planned', done: 'done', notNeeded: 'transferred' } as const

function SiteLine({ task, settle }: { task: SiteTask; settle(): void }) {
  const t = useSay()
  const may = useMay(settleSite)
  return (
    <li>
      <span className="num muted">{task.place}</span>
      <div>
        <b>{task.title}</b> <StatusTag state={siteTag[task.state]}>{t(words.siteState[task.state])}</StatusTag>
        <p className="muted small">{task.says}</p>
        {task.note && <p className="reading">{task.note}</p>}
        {task.settledOn && (
          <p className="muted small num">
            {task.settledOn} {task.settledBy}
          </p>
        )}
      </div>
      {may && (
        <button type="button" className="link-button" aria-label={`${t(words.action.settleSite)} ${task.title}`} onClick={settle}>
          {t(words.action.settleSite)}
        </button>
      )}
    </li>
  )
}

function TemplateDialog({ onClose }: { onClose(): void }) {
  const t = useSay()
  const asked = useAsk(showTemplate, {})
  const may = useMay(saveTemplate)
  const [edited, setEdited] = useState<SiteTemplate | 'new' | null>(null)
  if (edited) return <TemplateForm line={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
  return (
    <Dialog title={t(words.title.template)} onClose={onClose} className="wide-dialog">
      <p className="muted small">{t(words.note.template)}</p>
      <Shown ask={asked}>
        {(lines) => (
          <ol className="step-list">
            {lines.map((line) => (
              <li key={line.id}>
                <span className="num muted">{line.place}</span>
                <div>
                  <b>{line.title}</b> {line.endsOn && <span className="muted">{`${t(words.note.ended)} ${line.endsOn}`}</span>}
                  <p className="muted small">{line.says}</p>
                </div>
                {may && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={`${t(words.action.edit)} ${line.title}`}
                    onClick={() => setEdited(line)}
                  >
                    {t(words.action.edit)}
                  </button>
                )}
              </li>
            ))}
          </ol>
        )}
      </Shown>
      {may && <Button onClick={() => setEdited('new')}>{t(words.action.add)}</Button>}
    </Dialog>
  )
}

function TemplateForm({ line, onClose }: { line: SiteTemplate | null; onClose(): void }) {
  const t = useSay()
  return (
    <RecordForm
      title={t(words.title.template)}
      contract={saveTemplate}
      fixed={line ? { id: line.id, version: line.version } : {}}
      fields={[
        { name: 'place', label: t(words.field.place), kind: 'number', required: true, value: line?.place ?? 1 },
        { name: 'title', label: t(words.field.title), required: true, value: line?.title ?? null },
        { name: 'says', label: t(words.field.says), kind: 'area', required: true, value: line?.says ?? null },
        { name: 'endsOn', label: t(words.field.endsOn), kind: 'date', value: line?.endsOn ?? null },
      ]}
      submit={t(words.action.saveTemplate)}
      onClose={onClose}
    />
  )
}

/** The project's checklist on site, begun from the template, and the template itself. */
export function SiteCard({ project, site }: { project: string; site: readonly SiteTask[] }) {
  const t = useSay()
  const choices = useChoices()
  const start = useAct(startSite)
  const mayStart = useMay(startSite)
  const [settled, setSettled] = useState<SiteTask | null>(null)
  const [template, setTemplate] = useState(false)
  const done = site.filter((task) => task.state !== 'open').length
  return (
    <Card
      title={t(words.title.site)}
      aside={
        <span className="row">
          {site.length > 0 && <span className="muted">{t(words.note.progress, { done, all: site.length })}</span>}
          <Button onClick={() => setTemplate(true)}>{t(words.action.editTemplate)}</Button>
        </span>
      }
    >
      {site.length === 0 && (
        <div className="row">
          <span className="muted">{t(words.note.noSite)}</span>
          {mayStart && (
            <Button loading={start.pending} onClick={() => void start.run({ project })}>
              {t(words.action.startSite)}
            </Button>
          )}
        </div>
      )}
      <ErrorNote trouble={start.trouble} />
      <ol className="step-list">
        {site.map((task) => (
          <SiteLine key={task.id} task={task} settle={() => setSettled(task)} />
        ))}
      </ol>
      {settled && (
        <RecordForm
          title={settled.title}
          contract={settleSite}
          fixed={{ id: settled.id, version: settled.version }}
          fields={[
            {
              name: 'state',
              label: t(words.field.state),
              options: choices(SiteState.options, words.siteState),
              required: true,
              value: 'done',
            },
            { name: 'note', label: t(words.field.note), kind: 'area', value: settled.note },
          ]}
          submit={t(words.action.settleSite)}
          onClose={() => setSettled(null)}
        />
      )}
      {template && <TemplateDialog onClose={() => setTemplate(false)} />}
    </Card>
  )
}
