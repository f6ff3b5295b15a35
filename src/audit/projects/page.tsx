import type { Day } from '../../kernel/day.ts'
import { PapersPanel } from '../../office/documents/panel.tsx'
import { WhoSees } from '../../office/sharing/who-sees.tsx'
import { UnitCategory } from '../../registers/places/model.ts'
import { PlacePicker, UnitPicker } from '../../registers/places/picker.tsx'
import { words as places } from '../../registers/places/words.ts'
import { useAsk } from '../../web/ask.ts'
import { Go, place } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { Shown } from '../../web/notes.tsx'
import { Card, Fields } from '../../web/page-frame.tsx'
import { RecordDrawer } from '../../web/record-drawer.tsx'
import { useSay } from '../../web/tongue.tsx'
import { exportProjects, getProject, listProjects, type ProjectLine, type ProjectView, type SubjectView } from './contract.ts'
import { type Project, ProjectKind, ProjectState } from './model.ts'
import { words as caseWords } from './rules/case.words.ts'
import { words } from './words.ts'

const days = (from: Day | null, to: Day | null) => [from, to].filter((each) => each !== null).join(' – ')
const when = ({ heldWhen, startedOn, reportedOn }: Pick<Project, 'heldWhen' | 'startedOn' | 'reportedOn'>) =>
  heldWhen ?? days(startedOn, reportedOn)

function useFilters(): readonly Filter[] {
  const t = useSay()
  const unit = t(words.field.unit)
  const place = t(places.field.jurisdiction)
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'year', kind: 'number', label: t(words.field.year) },
    {
      key: 'kind',
      kind: 'several',
      label: t(words.field.kind),
      options: ProjectKind.options.map((value) => ({ value, label: t(words.kind[value]) })),
    },
    {
      key: 'state',
      kind: 'several',
      label: t(words.field.state),
      options: ProjectState.options.map((value) => ({ value, label: t(caseWords.state[value]) })),
    },
    { key: 'running', kind: 'yes', label: t(words.scope.running) },
    { key: 'reported', kind: 'yes', label: t(words.scope.reported) },
    {
      key: 'unitType',
      kind: 'several',
      label: t(words.scope.unitType),
      options: UnitCategory.options.map((value) => ({ value, label: t(places.category[value]) })),
    },
    {
      key: 'place',
      kind: 'custom',
      label: place,
      render: (value, set) => <PlacePicker label={place} value={value ?? null} onChange={(code) => set(code ?? undefined)} />,
    },
    {
      key: 'unit',
      kind: 'custom',
      label: unit,
      render: (value, set) => <UnitPicker label={unit} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
  ]
}

function useColumns(): readonly Column<ProjectLine>[] {
  const t = useSay()
  return [
    { key: 'year', title: t(words.field.year), width: 70, sort: 'year', cell: (row) => <span className="num">{row.year}</span> },
    { key: 'title', title: t(words.field.title), serif: true, cell: (row) => row.title },
    { key: 'officials', title: t(words.field.subjects), width: 150, cell: (row) => row.officials.map(({ name }) => name).join(' ') },
    { key: 'state', title: t(words.field.state), width: 130, cell: (row) => t(caseWords.state[row.state]) },
    { key: 'kind', title: t(words.field.kind), width: 90, cell: (row) => t(words.kind[row.kind]) },
    {
      key: 'when',
      title: t(words.field.when),
      width: 190,
      optional: true,
      sort: 'reportedOn',
      cell: (row) => <span className="num">{when(row)}</span>,
    },
    { key: 'auditedBy', title: t(words.field.auditedBy), width: 140, optional: true, cell: (row) => row.auditedBy },
    {
      key: 'findings',
      title: t(words.field.findings),
      width: 60,
      align: 'end',
      cell: (row) => <span className="num">{row.findings}</span>,
    },
  ]
}

function Report({ view }: { view: ProjectView }) {
  const t = useSay()
  const { paper, project } = view
  if (paper) return <Go to={place(`/reports/${paper.id}`)}>{paper.name}</Go>
  return (
    <span className="muted">{project.reportFile ? t(words.note.reportAwaited, { file: project.reportFile }) : t(words.note.noReport)}</span>
  )
}

function Subject({ subject }: { subject: SubjectView }) {
  const t = useSay()
  return (
    <Card
      title={<span className="serif">{subject.name}</span>}
      aside={<Go to={place(`/portrait/${subject.number}`)}>{t(words.action.openPortrait)}</Go>}
    >
      <Fields
        rows={[
          { label: t(words.field.post), value: subject.post },
          { label: t(words.field.conclusion), value: subject.conclusion },
          { label: t(words.field.mainProblems), value: subject.mainProblems },
          ...(subject.note ? [{ label: t(words.field.note), value: subject.note }] : []),
        ]}
      />
    </Card>
  )
}

function Details({ view }: { view: ProjectView }) {
  const t = useSay()
  const { project, unit } = view
  return (
    <>
      <Fields
        rows={[
          { label: t(words.field.number), value: <span className="num">{project.number}</span> },
          { label: t(words.field.unit), value: <Go to={place('/places', { open: unit.id })}>{unit.name}</Go> },
          { label: t(words.field.auditedBy), value: project.auditedBy },
          { label: t(words.field.kind), value: t(words.kind[project.kind]) },
          { label: t(words.field.period), value: days(project.periodFrom, project.periodTo) },
          { label: t(words.field.when), value: when(project) },
          { label: t(words.field.reportNumber), value: project.reportNumber },
          { label: t(words.field.report), value: <Report view={view} /> },
          ...(project.conclusion ? [{ label: t(words.field.conclusion), value: project.conclusion }] : []),
        ]}
      />
      {view.subjects.map((subject) => (
        <Subject key={subject.id} subject={subject} />
      ))}
      <PapersPanel subject={`project:${project.id}`} />
      <WhoSees kind="project" record={project.id} />
    </>
  )
}

function ProjectDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(getProject, { id })
  const view = asked.data
  return (
    <RecordDrawer
      title={view?.project.title ?? t(words.title.project)}
      lead={view && `${view.project.year} · ${t(words.kind[view.project.kind])}`}
      actions={
        view && (
          <>
            <Go to={place(`/projects/${id}`)}>{t(words.action.openRoom)}</Go>
            {view.findings > 0 && <Go to={place('/findings', { project: id })}>{`${t(words.action.showFindings)} (${view.findings})`}</Go>}
          </>
        )
      }
    >
      <Shown ask={asked}>{(shown) => <Details view={shown} />}</Shown>
    </RecordDrawer>
  )
}

/** Audits carried out, and one of them beside the list. */
export function ProjectsPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.projects)}
      name="projects"
      contract={listProjects}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={useFilters()}
      columns={useColumns()}
      drawer={(id) => <ProjectDrawer id={id} />}
      actions={<Go to="/portfolio">{t(words.action.openPortfolio)}</Go>}
      exports={[{ label: t(words.title.export), contract: exportProjects }]}
      empty={{ says: t(words.empty.projects), action: <Go to="/imports">{t(words.action.import)}</Go> }}
    />
  )
}
