import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField } from '../../../registers/places/form-parts.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { banPost, moveItem, pinItem, proposeChange, swapItems, takeStep, unpinPost } from '../contract.ts'
import type { BoardItem, PlanView, WhyView } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { ReasonField, useTaken } from './forms.tsx'
import { StepDialog } from './step-dialog.tsx'

type Deed = 'move' | 'pin' | 'swap' | 'ban' | 'changeMove' | 'changeDrop' | 'consult' | 'defer'
type Props = { view: WhyView; board: PlanView; onClose(): void }

function SlotFields({
  board,
  window,
  team,
  set,
}: {
  board: PlanView
  window: string
  team: string
  set(part: { window?: string; team?: string }): void
}) {
  const t = useSay()
  const free = (id: string, quarter: number) => {
    const { have, used } = board.figures.load.find((load) => load.team === id)?.windows[quarter - 1] ?? { have: 0, used: 0 }
    return have - used
  }
  const windows = ['1', '2', '3', '4'].map((value) => ({ value, label: t(words.quarterShort, { window: value }) }))
  const teams = board.teams.map(({ id, name }) => ({
    value: id,
    label: `${name} · ${t(words.note.left, { days: free(id, Number(window)) })}`,
  }))
  return (
    <>
      <ChoiceField label={t(words.field.window)} value={window} options={windows} onChange={(value) => value && set({ window: value })} />
      <ChoiceField label={t(words.field.team)} value={team} options={teams} onChange={(value) => value && set({ team: value })} />
    </>
  )
}

/** Another slot: by hand for a candidate (kept as a pin), by proposal for what is issued. */
function MoveDialog({ view, board, onClose, kind }: Props & { kind: 'move' | 'pin' | 'changeMove' }) {
  const t = useSay()
  const taken = useTaken()
  const { item, subject } = view
  const [slot, setSlot] = useState({ window: String(item?.window ?? 1), team: item?.team ?? board.teams[0]?.id ?? '' })
  const [reason, setReason] = useState('')
  const to = { window: Number(slot.window), team: slot.team, reason }
  const fields = (
    <>
      <SlotFields board={board} {...slot} set={(part) => setSlot({ ...slot, ...part })} />
      <ReasonField value={reason} onChange={setReason} />
    </>
  )
  const says = (deed: 'move' | 'pin') =>
    t(words.deed[deed], { name: subject.name, slot: t(words.quarter, { year: board.year, window: slot.window }) })
  const title = `${t(kind === 'changeMove' ? words.action.change : words.action[kind])} · ${subject.name}`
  if (kind === 'changeMove' && item)
    return (
      <ActDialog
        title={title}
        contract={proposeChange}
        input={() => ({ id: item.id, version: item.version, change: 'move' as const, ...to })}
        onClose={onClose}
      >
        {fields}
      </ActDialog>
    )
  if (kind === 'move' && item)
    return (
      <ActDialog
        title={title}
        contract={moveItem}
        input={() => ({ id: item.id, version: item.version, ...to })}
        onDone={({ edit }) => taken(says('move'), edit)}
        onClose={onClose}
      >
        {fields}
      </ActDialog>
    )
  return (
    <ActDialog
      title={title}
      contract={pinItem}
      input={() => ({ plan: board.plan.id, tenure: subject.tenure, year: board.year, ...to })}
      onDone={({ edit }) => taken(says('pin'), edit)}
      onClose={onClose}
    >
      {fields}
    </ActDialog>
  )
}

function SwapDialog({ view, board, onClose }: Props) {
  const t = useSay()
  const taken = useTaken()
  const { item, subject } = view
  const others = board.items.filter((each) => each.stage === 'candidate' && each.id !== item?.id && each.change === 'add')
  const [other, setOther] = useState(others[0]?.id ?? '')
  const [reason, setReason] = useState('')
  const chosen = others.find(({ id }) => id === other)
  const label = (each: BoardItem) => `${each.name} · ${each.unitName} · ${t(words.quarterShort, { window: each.window })} ${each.teamName}`
  return (
    <ActDialog
      title={`${t(words.action.swap)} · ${subject.name}`}
      contract={swapItems}
      input={() => ({
        one: { id: item?.id ?? '', version: item?.version ?? 0 },
        other: { id: other, version: chosen?.version ?? 0 },
        reason,
      })}
      onDone={({ edit }) => taken(t(words.deed.swap, { name: subject.name, other: chosen?.name ?? '' }), edit)}
      onClose={onClose}
    >
      <ChoiceField
        label={t(words.action.swap)}
        value={other}
        options={others.map((each) => ({ value: each.id, label: label(each) }))}
        wide
        onChange={(value) => setOther(value ?? '')}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  )
}

function BanDialog({ view, board, onClose }: Props) {
  const t = useSay()
  const taken = useTaken()
  const [reason, setReason] = useState('')
  const { subject } = view
  return (
    <ActDialog
      title={`${t(words.action.ban)} · ${subject.name}`}
      contract={banPost}
      input={() => ({ plan: board.plan.id, tenure: subject.tenure, year: board.year, reason })}
      onDone={({ edit }) => taken(t(words.deed.ban, { name: subject.name, year: board.year }), edit)}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  )
}

function DropDialog({ view, onClose }: Props) {
  const t = useSay()
  const [reason, setReason] = useState('')
  const { item, subject } = view
  return (
    <ActDialog
      title={`${t(words.action.drop)} · ${subject.name}`}
      contract={proposeChange}
      input={() => ({ id: item?.id ?? '', version: item?.version ?? 0, change: 'drop' as const, reason })}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  )
}

function Unpin({ view, board }: { view: WhyView; board: PlanView }) {
  const t = useSay()
  const taken = useTaken()
  const act = useAct(unpinPost)
  const pin = board.pins.find((each) => each.tenure === view.subject.tenure && each.year === board.year)
  if (!pin) return null
  const free = async () => {
    const outcome = await act.run({ plan: board.plan.id, tenure: view.subject.tenure, year: board.year })
    if (outcome.ok) taken(t(words.deed.unpin, { name: view.subject.name }), outcome.value.edit)
  }
  return (
    <>
      <Button loading={act.pending} title={`${pin.name}：${pin.reason}`} onClick={() => void free()}>
        {t(words.action.unpin)}
      </Button>
      <ErrorNote trouble={act.trouble} />
    </>
  )
}

function Dialogs({ deed, ...props }: Props & { deed: Deed }) {
  if (deed === 'swap') return <SwapDialog {...props} />
  if (deed === 'ban') return <BanDialog {...props} />
  if (deed === 'changeDrop') return <DropDialog {...props} />
  if (deed === 'consult' || deed === 'defer')
    return <StepDialog step={deed} items={props.view.item ? [props.view.item] : []} plan={props.board.plan} onClose={props.onClose} />
  return <MoveDialog {...props} kind={deed} />
}

const deedsOf = ({ item, left }: WhyView, board: PlanView): readonly Deed[] => {
  if (left) return []
  const here = item !== null && item.year === board.year
  if (!here || item.stage === 'deferred') return ['pin', 'ban']
  if (item.stage === 'candidate') return item.change === 'add' ? ['consult', 'defer', 'move', 'swap', 'ban'] : ['consult', 'defer']
  return item.stage === 'issued' ? ['changeMove', 'changeDrop'] : []
}

/** What may be done with this one from where it stands; who may not, sees no buttons. */
type ActsProps = { view: WhyView; board: PlanView; deed?: 'pin' | 'ban' | undefined; onDeed(): void }
export function ItemActs({ view, board, deed: asked, onDeed }: ActsProps) {
  const t = useSay()
  const [deed, setDeed] = useState<Deed | null>(asked ?? null)
  const close = () => {
    setDeed(null)
    if (asked) onDeed()
  }
  const may = { step: useMay(takeStep), move: useMay(moveItem), change: useMay(proposeChange) }
  if (!may.step || !may.move) return null
  const labels = { ...words.action, changeMove: words.action.change, changeDrop: words.action.drop }
  return (
    <div className="row">
      {deedsOf(view, board).map((each, at) => (
        <Button key={each} type={at === 0 ? 'primary' : 'default'} onClick={() => setDeed(each)}>
          {t(labels[each])}
        </Button>
      ))}
      <Unpin view={view} board={board} />
      {deed && <Dialogs deed={deed} view={view} board={board} onClose={close} />}
    </div>
  )
}
