import { Button } from 'antd'
import { useAct, useAsk } from '../../../../web/ask.ts'
import { DeedForm } from '../../../../web/deed-form.tsx'
import { ErrorNote, Shown } from '../../../../web/notes.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { useMay } from '../../../../web/session.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import { addFileUnit, gatherFile } from '../../case.contract.ts'
import { ArchiveClass, type ArchiveUnit } from '../../model.ts'
import { type RoomView, roomFile } from '../../room.contract.ts'
import { words } from '../../rules/room.words.ts'
import { words as own } from '../../words.ts'

function ClassList({ units, of }: { units: readonly ArchiveUnit[]; of: ArchiveClass }) {
  const t = useSay()
  const inside = units.filter((unit) => unit.class === of)
  return (
    <section>
      <h3>{`${t(words.class[of])} (${inside.length})`}</h3>
      <ol className="stack stack-tight">
        {inside.map((unit) => (
          <li key={unit.id} className="small">
            <span className="num muted">{unit.position}</span> {unit.title}{' '}
            {unit.pages !== null && <span className="muted">{unit.pages}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Filing({ room }: { room: RoomView }) {
  const t = useSay()
  const choices = useChoices()
  const gather = useAct(gatherFile)
  const { id, version, state } = room.project
  if (state !== 'briefed' && state !== 'followed') return null
  return (
    <div className="stack">
      <Button loading={gather.pending} onClick={() => void gather.run({ id, version })}>
        {t(own.act.gather)}
      </Button>
      <ErrorNote trouble={gather.trouble} />
      <DeedForm
        title={t(own.act.fileUnit)}
        contract={addFileUnit}
        fields={[
          { name: 'class', label: t(words.field.class), options: choices(ArchiveClass.options, words.class) },
          { name: 'title', label: t(words.field.paper) },
          { name: 'pages', label: t(words.field.pages), kind: 'number', optional: true },
        ]}
        input={({ pages, ...given }) => ({ id, version, ...given, pages: pages === undefined ? null : Number(pages) })}
      />
    </div>
  )
}

/** The file in its four classes: gathered from the steps, completed by hand. */
export function FilePanel({ room }: { room: RoomView }) {
  const t = useSay()
  const may = useMay(gatherFile)
  const asked = useAsk(roomFile, { id: room.project.id })
  const { retention } = room.project
  return (
    <Card title={t(words.title.file)} aside={retention && t(words.retention[retention])}>
      <Shown ask={asked}>
        {(units) => (
          <div className="file-classes">
            {ArchiveClass.options.map((each) => (
              <ClassList key={each} of={each} units={units} />
            ))}
          </div>
        )}
      </Shown>
      {may && <Filing room={room} />}
    </Card>
  )
}
