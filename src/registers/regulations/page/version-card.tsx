import { Button } from 'antd'
import { useState } from 'react'
import { Go, place } from '../../../web/go.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { dateVersion, repealRegulation } from '../contract.ts'
import type { VersionHead } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { EffectiveForm, RepealForm } from './law-forms.tsx'
import type { Opened, ReaderAddress } from './reader-address.tsx'
import { StandingTag } from './standing-tag.tsx'

function VersionRow({ version, opened, address }: { version: VersionHead; opened: Opened; address: ReaderAddress }) {
  const t = useSay()
  const path = `/regulations/${opened.regulation.id}`
  const shown = version.id === opened.version.id
  return (
    <li>
      <span className="row">
        <Go to={place(path, { version: version.id, article: address.article, q: address.q })} className="num" current={shown}>
          {version.countsFrom ?? version.name}
        </Go>
        <StandingTag standing={version.standing} />
        {!shown && <Go to={place(path, { version: opened.version.id, compare: version.id })}>{t(words.action.compare)}</Go>}
      </span>
    </li>
  )
}

function Facts({ opened }: { opened: Opened }) {
  const t = useSay()
  const { version, regulation, repeals } = opened
  const { on, basis } = { on: regulation.repealedOn, basis: regulation.repealBasis ?? '' }
  return (
    <>
      <Fields
        rows={[
          { label: t(words.field.adoptedOn), value: version.adoptedOn && <span className="num">{version.adoptedOn}</span> },
          {
            label: t(words.field.effectiveOn),
            value: version.effectiveOn ? <span className="num">{version.effectiveOn}</span> : t(words.note.effectiveUnknownShort),
          },
          { label: t(words.field.commencedOn), value: version.commencedOn && <span className="num">{version.commencedOn}</span> },
          { label: t(words.field.until), value: version.until && <span className="num">{version.until}</span> },
          { label: t(words.field.repeals), value: repeals.join(' · ') },
        ]}
      />
      {version.assumed && <p className="muted">{t(words.note.effectiveUnknown)}</p>}
      {version.effectiveBasis && <p className="muted">{version.effectiveBasis}</p>}
      {on && <p>{t(words.note.repealedOn, { on, basis })}</p>}
    </>
  )
}

/** The texts of this title, how each stands, and what may be recorded about them. */
export function VersionCard({ opened, address }: { opened: Opened; address: ReaderAddress }) {
  const t = useSay()
  const [form, setForm] = useState<'repeal' | 'effective' | null>(null)
  const mayRepeal = useMay(repealRegulation) && opened.may.repeal === true
  const mayDate = useMay(dateVersion)
  const close = () => setForm(null)
  return (
    <Card title={t(words.field.versions)}>
      <ul className="law-rows">
        {opened.versions.toReversed().map((version) => (
          <VersionRow key={version.id} version={version} opened={opened} address={address} />
        ))}
      </ul>
      <Facts opened={opened} />
      <div className="row">
        {mayDate && <Button onClick={() => setForm('effective')}>{t(words.action.dateVersion)}</Button>}
        {mayRepeal && <Button onClick={() => setForm('repeal')}>{t(words.action.repeal)}</Button>}
      </div>
      {form === 'repeal' && <RepealForm regulation={opened.regulation} onClose={close} />}
      {form === 'effective' && <EffectiveForm version={opened.version} onClose={close} />}
    </Card>
  )
}
