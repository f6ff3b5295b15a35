import type { ReactNode } from 'react'
import type { Phrase } from '../../../kernel/say.ts'
import { Pop } from '../../../web/pop.tsx'
import type { State } from '../../../web/status-tag.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Because, DueState, RuleRef, Tenure } from '../model.ts'
import { words } from '../words.ts'

const sentences: Readonly<Record<string, Phrase>> = words.because

/** The sentence that says why a value is what it is, with its numbers. */
export function useBecause(): (because: Because) => string {
  const t = useSay()
  return ({ code, facts }) => {
    const sentence = sentences[code]
    return sentence ? t(sentence, facts) : code
  }
}

export function Rule({ rule }: { rule: RuleRef }) {
  const t = useSay()
  return (
    <div className="stack stack-tight">
      <p>{rule.title}</p>
      <p className="muted">
        {t(words.rule.citation)}：{rule.citation}
      </p>
      <div>
        <StatusTag state={rule.verified ? 'done' : 'soon'}>{t(rule.verified ? words.rule.verified : words.rule.unverified)}</StatusTag>
      </div>
    </div>
  )
}

/** A derived value; pressing it shows the sentence and the rule it came from. */
export function Why({ because, children, className }: { because: Because; children: ReactNode; className?: string }) {
  const say = useBecause()
  return (
    <Pop className={`tag tag-button ${className ?? 'tag-planned'}`} shown={children} panelClass="why">
      <div className="stack">
        <p>{say(because)}</p>
        {because.rule && <Rule rule={because.rule} />}
      </div>
    </Pop>
  )
}

/** The steps shown under a due day: the sentence, then the rule with its source. */
export function useSteps(): (because: Because) => ReactNode[] {
  const say = useBecause()
  return (because) => [say(because), ...(because.rule ? [<Rule key="rule" rule={because.rule} />] : [])]
}

export const stateOf: Readonly<Record<DueState, State>> = {
  notSubject: 'planned',
  noFixedTerm: 'planned',
  leftOut: 'planned',
  settled: 'done',
  notDue: 'running',
  dueSoon: 'soon',
  overdue: 'overdue',
}

/** A day as exactly as it is known: 2015-07-01, 2015-07 or 2015. */
export const exactly = (day: string | null, precision: Tenure['precision']): string =>
  day === null ? '' : day.slice(0, { day: 10, month: 7, year: 4 }[precision])
