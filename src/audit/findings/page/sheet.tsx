import { Button } from 'antd'
import { useState } from 'react'
import { SecrecyTag } from '../../../office/custody/secrecy-tag.tsx'
import { TextField } from '../../../registers/places/form-parts.tsx'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place, useGo, useParam } from '../../../web/go.tsx'
import { MayButton } from '../../../web/may-button.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Fields, Page } from '../../../web/page-frame.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { findingBasis } from '../basis/contract.ts'
import { type FindingView, getFinding } from '../contract.ts'
import { confirmFinding, correctFinding, dropFinding, editFinding } from '../editing/contract.ts'
import { words } from '../editing/words.ts'
import { words as findingWords } from '../words.ts'
import { BasisCard } from './basis.tsx'
import { EvidenceCard, HistoryCard, PlacesCard, RepeatsCard } from './behind.tsx'
import { ClassName, Money, OwnWords, SourcePlace } from './drawer.tsx'
import { DutyPanel } from './duty/panel.tsx'
import { FindingForm } from './form.tsx'
import { draftOf, writtenOf } from './written.tsx'

const days = (from: string | null, to: string | null) => [from, to].filter((each) => each !== null).join(' – ')

function Elements({ view }: { view: FindingView }) {
  const t = useSay()
  const { finding, unit, project } = view
  const part = (label: string, text: string | null) => ({ label, value: text && <span className="reading">{text}</span> })
  return (
    <Card title={t(words.title.elements)}>
      <Fields
        rows={[
          part(t(words.field.standard), finding.standard),
          part(t(words.field.facts), finding.facts),
          part(t(words.field.cause), finding.cause),
          part(t(words.field.consequence), finding.consequence),
          { label: t(findingWords.field.class), value: <ClassName code={finding.problemClass} /> },
          { label: t(words.field.unit), value: unit.name },
          { label: t(findingWords.field.period), value: days(finding.periodFrom, finding.periodTo) },
          { label: t(words.field.actOn), value: finding.actOn },
          { label: t(words.field.project), value: <Go to={`/projects/${project.id}`}>{project.title}</Go> },
        ]}
      />
    </Card>
  )
}

type Mode = 'edit' | 'correct' | 'drop' | null
function Acts({ view, open }: { view: FindingView; open(mode: Mode): void }) {
  const t = useSay()
  const confirm = useAct(confirmFinding)
  const { finding, may } = view
  return (
    <>
      <MayButton may={may.edit} says={t(words.title.edit)} refusals={findingWords.refusal} onClick={() => open('edit')} />
      <MayButton may={may.correct} says={t(words.action.correct)} refusals={findingWords.refusal} onClick={() => open('correct')} />
      {finding.established === 'draft' && (
        <MayButton
          may={may.confirm}
          says={t(words.action.confirm)}
          refusals={findingWords.refusal}
          onClick={() => void confirm.run({ id: finding.id, version: finding.version })}
        />
      )}
      <MayButton may={may.drop} says={t(words.action.drop)} refusals={findingWords.refusal} onClick={() => open('drop')} />
      <ErrorNote trouble={confirm.trouble} />
    </>
  )
}

function DropDialog({ view: { finding }, onClose }: { view: FindingView; onClose(): void }) {
  const t = useSay()
  const go = useGo()
  const act = useAct(dropFinding)
  const [reason, setReason] = useState('')
  const drop = async () => {
    const outcome = await act.run({ id: finding.id, version: finding.version, reason })
    if (outcome.ok) go('/findings')
  }
  return (
    <Dialog title={t(words.action.drop)} onClose={onClose}>
      <div className="stack">
        <TextField label={t(words.field.reason)} value={reason} wide required most={500} onChange={setReason} />
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button danger loading={act.pending} onClick={() => void drop()}>
            {t(words.action.drop)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The same form for an edit and for a correction; a correction also names its paper and reason. */
function Editing({ view, correcting, onClose }: { view: FindingView; correcting: boolean; onClose(): void }) {
  const t = useSay()
  const { finding } = view
  const asked = useAsk(findingBasis, { id: finding.id })
  const edit = useAct(editFinding)
  const correct = useAct(correctFinding)
  const [about, setAbout] = useState({ paper: '', reason: '' })
  const target = { id: finding.id, version: finding.version }
  return (
    <Shown ask={asked}>
      {({ pinned }) => (
        <FindingForm
          title={t(correcting ? words.action.correct : words.title.edit)}
          start={draftOf(
            finding,
            pinned.map(({ citation }) => citation),
          )}
          trouble={correcting ? correct.trouble : edit.trouble}
          pending={edit.pending || correct.pending}
          onCancel={onClose}
          lead={correcting && <p className="note">{t(words.note.issued)}</p>}
          save={async (draft) => {
            const written = { ...writtenOf(draft), ...target }
            const outcome = correcting ? await correct.run({ ...written, ...about }) : await edit.run(written)
            if (outcome.ok) onClose()
            return outcome.ok
          }}
        >
          {correcting && (
            <>
              <TextField
                label={t(words.field.paper)}
                value={about.paper}
                required
                most={120}
                onChange={(paper) => setAbout({ ...about, paper })}
              />
              <TextField
                label={t(words.field.reason)}
                value={about.reason}
                required
                most={1000}
                wide
                onChange={(reason) => setAbout({ ...about, reason })}
              />
            </>
          )}
        </FindingForm>
      )}
    </Shown>
  )
}

function Body({ view }: { view: FindingView }) {
  const t = useSay()
  return (
    <div className="grid-side">
      <div className="stack">
        <Elements view={view} />
        <BasisCard view={view} />
        <EvidenceCard view={view} />
        <SourcePlace view={view} />
        <PlacesCard view={view} />
      </div>
      <div className="stack">
        <Card title={t(findingWords.title.money)}>
          <Money finding={view.finding} />
        </Card>
        <DutyPanel finding={view.finding.id} />
        <OwnWords view={view} />
        <RepeatsCard id={view.finding.id} />
        <HistoryCard id={view.finding.id} />
      </div>
    </div>
  )
}

function Sheet({ view }: { view: FindingView }) {
  const t = useSay()
  const [mode, setMode] = useState<Mode>(null)
  const { finding, project } = view
  const close = () => setMode(null)
  return (
    <Page
      title={finding.title}
      lead={
        <span className="row">
          <span className="num">{finding.number}</span>
          <StatusTag state={finding.established === 'draft' ? 'running' : 'done'}>{t(words.established[finding.established])}</StatusTag>
          {finding.established === 'draft' && <span>{t(words.note.draft)}</span>}
          <SecrecyTag subject={`finding:${finding.id}`} />
        </span>
      }
      crumbs={[
        { says: t(findingWords.title.findings), to: '/findings' },
        { says: project.title, to: place('/findings', { project: project.id }) },
      ]}
      actions={<Acts view={view} open={setMode} />}
    >
      {mode === 'edit' || mode === 'correct' ? (
        <Editing view={view} correcting={mode === 'correct'} onClose={close} />
      ) : (
        <Body view={view} />
      )}
      {mode === 'drop' && <DropDialog view={view} onClose={close} />}
    </Page>
  )
}

/** One finding on a page of its own: its four elements, money, basis, evidence, places, repeats, versions, and every act on it. */
export function FindingSheetPage() {
  const id = useParam('id')
  const asked = useAsk(getFinding, { id })
  return <Shown ask={asked}>{(view) => <Sheet key={view.finding.id} view={view} />}</Shown>
}
