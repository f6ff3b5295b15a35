import { Button } from 'antd'
import type { FactSection } from '../../../kernel/source.ts'
import { CopyTrace, ReadingLine } from '../../../office/custody/reading.tsx'
import { fileUrl } from '../../../web/ask.ts'
import { MayButton } from '../../../web/may-button.tsx'
import { Page } from '../../../web/page-frame.tsx'
import { type Part, Provenance } from '../../../web/provenance.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type PortraitAnswer, portraitWord } from '../contract.ts'
import type { Portrait, Sentence } from '../model.ts'
import { pageOrder } from '../rules.ts'
import { words } from '../words.ts'
import { Head } from './head.tsx'
import { ClassMatrix } from './matrix.tsx'
import { Named } from './named.tsx'
import { OwnStatements } from './own.tsx'
import './portrait.css'
import { Items } from './items.tsx'
import { Excerpt, useDescribe } from './source.tsx'
import { TimelineCard } from './timeline-card.tsx'

const stateTag = { objected: 'soon', corrected: 'transferred', unconfirmed: 'planned' } as const
type Marked = keyof typeof stateTag
const isMarked = (state: Sentence['state']): state is Marked => state in stateTag

function usePart() {
  const t = useSay()
  return ({ sentences }: Portrait, section: FactSection): Part => ({
    key: section,
    title: t(words.section[section]),
    sentences: sentences
      .filter((sentence) => sentence.section === section)
      .map(({ id, text, state, sources }) => ({
        id,
        text,
        sources,
        state: isMarked(state) ? <StatusTag state={stateTag[state]}>{t(words.state[state])}</StatusTag> : undefined,
      })),
  })
}

function Actions({ portrait }: { portrait: PortraitAnswer }) {
  const t = useSay()
  const { official, asOf, figures, may } = portrait
  return (
    <div className="portrait-actions no-print">
      {figures.named.length > 0 && <a href="#named">{t(words.action.named, { count: figures.named.length })}</a>}
      {may.word === true ? (
        <Button type="primary" href={fileUrl(portraitWord, { official: official.number, on: asOf })}>
          {t(words.action.word)}
        </Button>
      ) : (
        <MayButton may={may.word} says={t(words.action.word)} onClick={() => undefined} />
      )}
    </div>
  )
}

/** The whole page of one official, as one reader may see it. */
export function PortraitView({ portrait }: { portrait: PortraitAnswer }) {
  const t = useSay()
  const partOf = usePart()
  const describe = useDescribe(portrait)
  const { figures, asOf, withheld } = portrait
  const parts = pageOrder.map((section) => partOf(portrait, section)).filter((part) => part.sentences.length > 0)
  return (
    <Page
      title={portrait.official.name}
      crumbs={[{ says: t(words.title.portrait), to: '/portraits' }]}
      head={<Head portrait={portrait} actions={<Actions portrait={portrait} />} />}
      className="portrait"
    >
      <CopyTrace subject={`official:${portrait.official.id}`} />
      <ReadingLine subject={`official:${portrait.official.id}`} />
      <Provenance
        title={t(words.title.text)}
        parts={parts}
        describe={describe}
        excerpt={(source) => <Excerpt source={source} quotes={portrait.quotes} />}
        beside={<OwnStatements statements={figures.statements} />}
      >
        <TimelineCard figures={figures} asOf={asOf} />
        <div className="portrait-pair">
          <ClassMatrix figures={figures} />
          <Items findings={figures.findings} asOf={asOf} />
        </div>
        <Named named={figures.named} />
        <p className="muted small">
          {t(words.note.aid)} {withheld.count ? t(words.note.withheld, { count: withheld.count }) : ''}
        </p>
      </Provenance>
    </Page>
  )
}
