import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { Go, place, useGo } from '../../../web/go.tsx'
import { EmptyNote, Shown } from '../../../web/notes.tsx'
import { Page } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getProject } from '../../projects/contract.ts'
import { recordFinding } from '../editing/contract.ts'
import { words } from '../editing/words.ts'
import { words as findingWords } from '../words.ts'
import { FindingForm } from './form.tsx'
import { blank, writtenOf } from './written.tsx'

const Address = z.object({ project: z.uuid().optional().catch(undefined) })

function NewFor({ project }: { project: string }) {
  const t = useSay()
  const go = useGo()
  const act = useAct(recordFinding)
  const asked = useAsk(getProject, { id: project })
  return (
    <Shown ask={asked}>
      {({ project: known, unit }) => (
        <FindingForm
          title={t(words.title.fresh)}
          start={{ ...blank, unit: unit.id, periodFrom: known.periodFrom, periodTo: known.periodTo }}
          lead={<p className="muted">{`${known.number ?? ''} ${known.title}`}</p>}
          trouble={act.trouble}
          pending={act.pending}
          onCancel={() => go(place(`/projects/${project}`))}
          save={async (draft) => {
            const outcome = await act.run({ ...writtenOf(draft), project })
            if (outcome.ok) go(place(`/findings/${outcome.value.id}`))
            return outcome.ok
          }}
        />
      )}
    </Shown>
  )
}

/** A new finding of a project that is under way. */
export function NewFindingPage() {
  const t = useSay()
  const [{ project }] = useAddress(Address)
  return (
    <Page title={t(words.title.fresh)} crumbs={[{ says: t(findingWords.title.findings), to: '/findings' }]}>
      {project ? (
        <NewFor project={project} />
      ) : (
        <EmptyNote says={t(words.note.noProject)} action={<Go to="/projects">{t(words.field.project)}</Go>} />
      )}
    </Page>
  )
}
