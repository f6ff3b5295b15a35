import { Button } from 'antd'
import { useState } from 'react'
import { words as places } from '../../../registers/places/words.ts'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { Go, place, useGo, useParam } from '../../../web/go.tsx'
import { MayButton } from '../../../web/may-button.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Fields, Page } from '../../../web/page-frame.tsx'
import { PrintSheet, printNow } from '../../../web/print-sheet.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { CompilationView } from '../contract.ts'
import * as contract from '../contract.ts'
import type { Compilation, Content } from '../model.ts'
import { words } from '../words.ts'
import { CasesEditor } from './cases-editor.tsx'
import { stateTag } from './compilations.tsx'
import { AreaField } from './forms.tsx'
import { ListEditor } from './list-editor.tsx'
import { ReportEditor } from './report-editor.tsx'
import './risks.css'
import { VersionsCard } from './versions.tsx'

type Asking = 'sendBack' | 'issue' | null
function SendBack({ compilation, onClose }: { compilation: Compilation; onClose(): void }) {
  const t = useSay()
  const [note, setNote] = useState('')
  const { id, version } = compilation
  return (
    <ActDialog
      submit={t(words.action.confirm)}
      title={t(words.action.sendBack)}
      contract={contract.sendBackCompilation}
      input={() => ({ id, version, note })}
      onClose={onClose}
    >
      <AreaField label={t(words.field.reason)} value={note} onChange={setNote} />
    </ActDialog>
  )
}
function Issue({ compilation, onClose }: { compilation: Compilation; onClose(): void }) {
  const t = useSay()
  const { id, version, unitType } = compilation
  const lead = unitType ? t(words.note.ask, { type: t(places.category[unitType]) }) : t(words.note.askPlain)
  return (
    <ActDialog
      submit={t(words.action.confirm)}
      title={t(words.action.issue)}
      contract={contract.issueCompilation}
      input={() => ({ id, version })}
      lead={lead}
      onClose={onClose}
    />
  )
}

/** What may be done now, or why not; while something is unsaved it is saved first. */
function Steps({ view, dirty }: { view: CompilationView; dirty: boolean }) {
  const t = useSay()
  const go = useGo()
  const { may, compilation } = view
  const { id, version } = compilation
  const [asking, setAsking] = useState<Asking>(null)
  const review = useAct(contract.reviewCompilation)
  const renew = useAct(contract.renewCompilation)
  const redraw = useAct(contract.redrawReport)
  const begin = async () => {
    const outcome = await renew.run({ id, version })
    if (outcome.ok) go(place(`/compilations/${outcome.value.id}`))
  }
  const { refusal: refusals } = words
  const draft = compilation.state === 'draft'
  return (
    <div className="stack no-print">
      <div className="row">
        {draft && dirty && <StatusTag state="soon">{t(words.note.unsaved)}</StatusTag>}
        {draft && !dirty && (
          <MayButton may={may.review} says={t(words.action.review)} {...{ refusals }} onClick={() => void review.run({ id, version })} />
        )}
        {draft && !dirty && compilation.kind === 'report' && (
          <MayButton may={may.redraw} says={t(words.action.redraw)} {...{ refusals }} onClick={() => void redraw.run({ id, version })} />
        )}
        {compilation.state === 'reviewed' && (
          <>
            <MayButton may={may.issue} says={t(words.action.issue)} {...{ refusals }} onClick={() => setAsking('issue')} />
            <MayButton may={may.sendBack} says={t(words.action.sendBack)} {...{ refusals }} onClick={() => setAsking('sendBack')} />
          </>
        )}
        {compilation.state === 'issued' && (
          <MayButton may={may.renew} says={t(words.action.renew)} {...{ refusals }} onClick={() => void begin()} />
        )}
      </div>
      <ErrorNote trouble={review.trouble ?? renew.trouble ?? redraw.trouble} />
      {asking === 'sendBack' && <SendBack compilation={compilation} onClose={() => setAsking(null)} />}
      {asking === 'issue' && <Issue compilation={compilation} onClose={() => setAsking(null)} />}
    </div>
  )
}

function Head({ view }: { view: CompilationView }) {
  const t = useSay()
  const { compilation, renewed } = view
  const { kind, edition, number, paper, replaces, editedName, editedOn, reviewedName, reviewedOn, issuedName, issuedOn } = compilation
  const fallen = view.findings.filter((each) => each.fallen).length
  const said = (name: string | null, on: string | null) => (name ? `${name} ${on ?? ''}` : null)
  const rows = [
    { label: t(words.field.kind), value: `${t(words.kind[kind])} · ${t(words.note.edition, { edition })}` },
    { label: t(words.field.edited), value: said(editedName, editedOn) },
    { label: t(words.field.reviewed), value: said(reviewedName, reviewedOn) },
    { label: t(words.field.issued), value: said(issuedName, issuedOn) },
    { label: t(words.field.number), value: paper ? <Go to={place(`/papers/${paper}`)}>{number ?? t(words.action.paper)}</Go> : null },
  ]
  return (
    <Card>
      <Fields rows={rows} />
      {fallen > 0 && <StatusTag state="overdue">{t(words.note.fallenCount, { count: fallen })}</StatusTag>}
      <div className="row no-print">
        {replaces && <Go to={place(`/compilations/${replaces}`)}>{t(words.note.edition, { edition: edition - 1 })}</Go>}
        {renewed && (
          <Go
            to={place(`/compilations/${renewed.id}`)}
          >{`${t(words.note.newIs)}：${t(words.note.edition, { edition: renewed.edition })}`}</Go>
        )}
      </div>
    </Card>
  )
}

export type EditorProps<C extends Content> = { view: CompilationView; content: C; editable: boolean; onChange(content: C): void }
function Editor({ content, ...rest }: EditorProps<Content>) {
  switch (content.kind) {
    case 'riskList':
      return <ListEditor content={content} {...rest} />
    case 'cases':
      return <CasesEditor content={content} {...rest} />
    case 'report':
      return <ReportEditor content={content} {...rest} />
  }
}

type Edited = { title: string; content: Content; note: string }
function SaveBar({ compilation, edited, onUndo }: { compilation: Compilation; edited: Edited; onUndo(): void }) {
  const t = useSay()
  const act = useAct(contract.saveCompilation)
  const { id, version } = compilation
  return (
    <div className="stack no-print">
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button type="primary" loading={act.pending} onClick={() => void act.run({ id, version, ...edited })}>
          {t(words.action.save)}
        </Button>
        <Button onClick={onUndo}>{t(words.action.undo)}</Button>
      </div>
    </div>
  )
}

/** What stands is edited in place; saving makes a version, and the page begins anew from it. */
function Whole({ view }: { view: CompilationView }) {
  const t = useSay()
  const { compilation, may } = view
  const fresh: Edited = { title: compilation.title, content: compilation.content, note: '' }
  const [edited, setEdited] = useState(fresh)
  const dirty = edited.content !== fresh.content || edited.title !== fresh.title
  const editable = may.save === true
  const change = (part: Partial<Edited>) => setEdited({ ...edited, ...part })
  return (
    <div className="stack">
      <Steps view={view} dirty={dirty} />
      <Head view={view} />
      {editable && <AreaField label={t(words.field.name)} value={edited.title} rows={1} onChange={(title) => change({ title })} />}
      <Editor view={view} content={edited.content} editable={editable} onChange={(content) => change({ content })} />
      {dirty && (
        <>
          <AreaField label={t(words.field.note)} value={edited.note} rows={1} onChange={(note) => change({ note })} />
          <SaveBar compilation={compilation} edited={edited} onUndo={() => setEdited(fresh)} />
        </>
      )}
      <VersionsCard view={view} />
    </div>
  )
}

/** One list, collection of cases or report: edited by people, looked over, issued with a number. */
export function CompilationPage() {
  const t = useSay()
  const id = useParam('id')
  const asked = useAsk(contract.getCompilation, { id })
  return (
    <Shown ask={asked}>
      {(view) => {
        const { title, state, number, version } = view.compilation
        return (
          <Page
            title={title}
            crumbs={[{ says: t(words.title.compilations), to: '/compilations' }]}
            lead={<StatusTag state={stateTag[state]}>{t(words.state[state])}</StatusTag>}
            actions={
              <>
                <Button href={fileUrl(contract.previewCompilation, { id })} download>
                  {t(words.action.preview)}
                </Button>
                <Button onClick={printNow}>{t(words.action.print)}</Button>
              </>
            }
          >
            <PrintSheet title={title} number={number ?? undefined}>
              <Whole key={`${id}:${version}`} view={view} />
            </PrintSheet>
          </Page>
        )
      }}
    </Shown>
  )
}
