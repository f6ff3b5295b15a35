import type { Tongue } from '../../../kernel/say.ts'
import type { ArchiveClass, ArchiveUnit, ProjectStep } from '../model.ts'
import { words } from './case.words.ts'

type Filed = { class: ArchiveClass; paper: keyof typeof words.paper }
/** Which paper of each step goes into which class of the file (rules on audit files, Articles 7 and 8). */
const filed: Readonly<Record<string, Filed>> = {
  tell: { class: 'opening', paper: 'tell' },
  team: { class: 'opening', paper: 'team' },
  notice: { class: 'opening', paper: 'notice' },
  serveNotice: { class: 'opening', paper: 'receipt' },
  urge: { class: 'opening', paper: 'urgent' },
  plan: { class: 'opening', paper: 'plan' },
  amendPlan: { class: 'opening', paper: 'plan' },
  enter: { class: 'proof', paper: 'entry' },
  begin: { class: 'proof', paper: 'evidence' },
  hear: { class: 'proof', paper: 'talks' },
  report: { class: 'conclusion', paper: 'teamReport' },
  sendDraft: { class: 'conclusion', paper: 'draft' },
  reply: { class: 'conclusion', paper: 'reply' },
  adopt: { class: 'conclusion', paper: 'adoption' },
  review: { class: 'conclusion', paper: 'review' },
  adjudicate: { class: 'conclusion', paper: 'adjudication' },
  meet: { class: 'conclusion', paper: 'minutes' },
  issue: { class: 'conclusion', paper: 'issued' },
  deliver: { class: 'conclusion', paper: 'delivered' },
  brief: { class: 'reference', paper: 'feedback' },
  follow: { class: 'reference', paper: 'follow' },
  upgrade: { class: 'reference', paper: 'upgrade' },
}

const numberIn = ({ facts }: Pick<ProjectStep, 'facts'>) => {
  const given = facts.reportNumber ?? facts.number
  return typeof given === 'string' ? ` ${given}` : ''
}

/** The file's list as the steps have left it, in order: each paper with its number and day, in its class. */
export const fileList = (steps: readonly ProjectStep[], tongue: Tongue): Pick<ArchiveUnit, 'class' | 'title' | 'source'>[] =>
  steps.flatMap((step) => {
    const place = filed[step.step]
    if (!place) return []
    return [
      {
        class: place.class,
        title: `${words.paper[place.paper][tongue]}${numberIn(step)} (${step.takenOn})`,
        source: `projectStep:${step.id}`,
      },
    ]
  })
