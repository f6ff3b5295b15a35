import { useAsk } from '../../../web/ask.ts'
import { useToday } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { nameLines } from '../lists/contract.ts'
import { RecordForm } from '../parts/form.tsx'
import { type EvidenceView, linkCheck, linkEvidence, listLibrary, type ProofView, signEvidence, takeEvidence } from './contract.ts'
import { EvidenceKind } from './model.ts'
import { words } from './words.ts'

/** One evidence sheet, new or changed, with its files. */
export function TakeForm({ project, row, onClose }: { project: string; row: EvidenceView | null; onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  const library = useAsk(listLibrary, { project })
  const { field } = words
  return (
    <RecordForm
      title={t(words.title.sheet)}
      contract={takeEvidence}
      fixed={{
        project,
        ...(row ? { id: row.id, version: row.version, answer: row.answer } : {}),
      }}
      fields={[
        { name: 'title', label: t(field.title), required: true, value: row?.title },
        { name: 'kind', label: t(field.kind), options: choices(EvidenceKind.options, words.kind), required: true, value: row?.kind },
        { name: 'evidenceOn', label: t(field.evidenceOn), kind: 'date', required: true, value: row?.evidenceOn },
        { name: 'provider', label: t(field.provider), required: true, value: row?.provider },
        { name: 'replyDueOn', label: t(field.replyDueOn), kind: 'date', value: row?.replyDueOn },
        { name: 'summary', label: t(field.summary), kind: 'area', required: true, value: row?.summary },
        {
          name: 'document',
          label: t(field.document),
          options: (library.data ?? []).map(({ id, name, title }) => ({ value: id, label: `${title} ${name}`.slice(0, 60) })),
          value: row?.document ?? null,
        },
        { name: 'page', label: t(field.page), kind: 'number', value: row?.page ?? null },
        { name: 'paragraph', label: t(field.paragraph), kind: 'number', value: row?.paragraph ?? null },
      ]}
      files={{ label: t(field.files), hashed: true }}
      note={t(words.note.hashed)}
      submit={t(words.action.saveEvidence)}
      onClose={onClose}
    />
  )
}

/** The provider's signature, or why there is none. */
export function SignForm({ row, how, onClose }: { row: EvidenceView; how: 'countersigned' | 'refused'; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const signed = how === 'countersigned'
  return (
    <RecordForm
      title={`${t(words.action.sign)} · ${row.number}`}
      contract={signEvidence}
      fixed={{ id: row.id, version: row.version, sign: how }}
      fields={[
        { name: 'signedOn', label: t(words.field.signedOn), kind: 'date', required: true, value: today },
        ...(signed
          ? [
              { name: 'signedBy', label: t(words.field.signedBy), required: true },
              { name: 'opinion', label: t(words.field.opinion), kind: 'area' as const },
            ]
          : [{ name: 'refusal', label: t(words.field.refusal), kind: 'area' as const, required: true }]),
      ]}
      submit={t(words.sign[how])}
      onClose={onClose}
    />
  )
}

/** What finding a sheet proves, and where in it. */
export function LinkForm({ row, findings, onClose }: { row: EvidenceView; findings: readonly ProofView[]; onClose(): void }) {
  const t = useSay()
  return (
    <RecordForm
      title={`${t(words.action.link)} · ${row.number}`}
      contract={linkEvidence}
      fixed={{ evidence: row.id }}
      fields={[
        {
          name: 'finding',
          label: t(words.field.finding),
          options: findings.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
          required: true,
        },
        { name: 'page', label: t(words.field.page), kind: 'number', value: row.page },
        { name: 'startsAt', label: t(words.field.startsAt), kind: 'number' },
        { name: 'endsAt', label: t(words.field.endsAt), kind: 'number' },
        { name: 'note', label: t(words.field.note) },
      ]}
      submit={t(words.action.link)}
      onClose={onClose}
    />
  )
}

/** Which check a sheet stands behind. */
export function CheckForm({ row, onClose }: { row: EvidenceView; onClose(): void }) {
  const t = useSay()
  const checks = useAsk(nameLines, { project: row.project }).data?.checks ?? []
  return (
    <RecordForm
      title={`${t(words.action.linkCheck)} · ${row.number}`}
      contract={linkCheck}
      fixed={{ evidence: row.id }}
      fields={[
        {
          name: 'auditCheck',
          label: t(words.field.check),
          options: checks.map(({ id, number, text }) => ({ value: id, label: `${number} ${text}` })),
          required: true,
        },
      ]}
      submit={t(words.action.linkCheck)}
      onClose={onClose}
    />
  )
}
