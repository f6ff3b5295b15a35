import { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { MayButton } from '../../../web/may-button.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type One, settleLine } from '../contract.ts'
import type { ResumeLine } from '../model.ts'
import { spanOf } from '../rules/tenure.ts'
import { words } from '../words.ts'
import { newTenure, type TenureDraft } from './tenure-form.tsx'

/** What the line says, as the start of a tenure; the unit is for a person to choose. */
const draftOf = (line: ResumeLine): TenureDraft =>
  newTenure(line.official, {
    post: line.post ?? '',
    ...(line.from && Day.safeParse(`${line.from.slice(0, 4)}-01-01`).success ? spanOf({ from: line.from, to: line.to }) : {}),
  })

/** Resume lines that were not understood or whose unit is not certain: a person enters them or sets them aside. */
export function Lines({ record, onEnter }: { record: One; onEnter(tenure: TenureDraft): void }) {
  const t = useSay()
  const may = record.may.settleLine
  const settle = useAct(settleLine)
  return (
    <>
      <ErrorNote trouble={settle.trouble} />
      <ul>
        {record.lines.map((line) => (
          <li key={line.id} className="post-row">
            <StatusTag state="soon">{t(words.why[line.why])}</StatusTag>
            <span className="reading">{line.text}</span>
            <span className="row">
              <MayButton small may={record.may.saveTenure} says={t(words.page.enter)} onClick={() => onEnter(draftOf(line))} />
              <MayButton small may={may} says={t(words.page.entered)} onClick={() => void settle.run({ id: line.id, state: 'entered' })} />
              <MayButton
                small
                may={may}
                says={t(words.page.setAside)}
                onClick={() => void settle.run({ id: line.id, state: 'setAside' })}
              />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
