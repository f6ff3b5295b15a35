import { Deed } from '../../../../web/deed.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { GradeMark } from '../../grade.tsx'
import type { OwnCase, OwnFinding } from '../../objection/contract.ts'
import { claimTolerance } from '../../tolerance/contract.ts'
import { Ground } from '../../tolerance/model.ts'
import { words as toleranceWords } from '../../tolerance/words.ts'
import { words } from '../../words.ts'
import { StandingTag } from './standing-tag.tsx'

/** The three grounds as boxes to tick. */
export function Grounds() {
  const t = useSay()
  return (
    <fieldset className="stack stack-tight">
      <legend className="muted">{t(toleranceWords.field.grounds)}</legend>
      {Ground.options.map((ground) => (
        <label key={ground}>
          <input type="checkbox" name={`ground.${ground}`} /> {t(toleranceWords.ground[ground])}
        </label>
      ))}
    </fieldset>
  )
}
export const groundsIn = (data: FormData): Ground[] => Ground.options.filter((ground) => data.get(`ground.${ground}`) !== null)

type Props = { finding: OwnFinding; party: OwnCase['party']; showsProject?: boolean }
/** One finding to whom it concerns: as it stands now, the grade borne, tolerance, and the claim that may be raised. */
export function OwnFindingLine({ finding, party, showsProject = false }: Props) {
  const t = useSay()
  const { number, title, facts, standing, grade, tolerance, may, id } = finding
  return (
    <div className="stack stack-tight">
      <p className="row">
        <span className="num muted">{number}</span> <b className="serif">{title}</b>
        {grade && standing.state !== 'withdrawn' && <GradeMark grade={grade} word />}
        {tolerance && <StatusTag state="done">{t(words.tolerance[tolerance])}</StatusTag>}
        <StandingTag standing={standing} />
      </p>
      {showsProject && <p className="muted small">{finding.projectTitle}</p>}
      <p className="reading">{facts}</p>
      {standing.state !== 'stands' && <p className="muted small">{standing.says}</p>}
      {may.claim === true && party === 'official' && (
        <Deed
          title={t(toleranceWords.act.claim)}
          contract={claimTolerance}
          fields={[{ name: 'facts', label: t(toleranceWords.field.facts), kind: 'area' }]}
          input={(given, data) => ({ finding: id, facts: given.facts, grounds: groundsIn(data) })}
        >
          <Grounds />
        </Deed>
      )}
    </div>
  )
}
