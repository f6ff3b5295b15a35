import { Button } from 'antd'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { Icon } from '../icons.tsx'
import { Card } from '../page-frame.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { dropped } from './dropped.ts'
import type { ImportKind } from './shape.ts'

type Props = { kind: ImportKind; files: readonly File[]; onFiles(files: readonly File[]): void }

const sizeOf = (bytes: number) => (bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`)
const pathOf = (file: File) => file.webkitRelativePath || file.name
const accepted = (kind: ImportKind, file: File) => kind.accepts.some((ending) => file.name.toLowerCase().endsWith(ending.toLowerCase()))
const hidden = (file: File) => file.name.startsWith('.') || file.name.startsWith('~$')

function Chosen({ files, onFiles }: Omit<Props, 'kind'>) {
  const t = useSay()
  if (files.length === 0) return null
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return (
    <Card title={t(words.note.files, { count: files.length, size: sizeOf(size) })} flush>
      <ul className="file-list">
        {files.slice(0, 200).map((file) => (
          <li key={pathOf(file)}>
            <Icon name="file" />
            <span className="grow">{pathOf(file)}</span>
            <span className="muted num">{sizeOf(file.size)}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={t(words.action.remove, { name: pathOf(file) })}
              onClick={() => onFiles(files.filter((each) => each !== file))}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
        {files.length > 200 && <li className="muted">…</li>}
      </ul>
    </Card>
  )
}

type DropProps = { kind: ImportKind; onGiven(files: readonly File[]): void }

function Choosers({ kind, onGiven }: DropProps) {
  const t = useSay()
  const few = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement | null>(null)
  const given = (event: ChangeEvent<HTMLInputElement>) => {
    onGiven([...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    <div className="row">
      <span>{t(words.note.dropHere)}</span>
      <Button type="primary" onClick={() => few.current?.click()}>
        {t(words.action.chooseFiles)}
      </Button>
      {kind.folder && <Button onClick={() => folder.current?.click()}>{t(words.action.chooseFolder)}</Button>}
      <input
        ref={few}
        type="file"
        hidden
        multiple
        aria-label={t(words.action.chooseFiles)}
        accept={kind.accepts.join(',')}
        onChange={given}
      />
      <input
        ref={(element) => {
          folder.current = element
          element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        aria-label={t(words.action.chooseFolder)}
        onChange={given}
      />
    </div>
  )
}

function Drop({ kind, onGiven }: DropProps) {
  const t = useSay()
  const [over, setOver] = useState(false)
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onGiven(await dropped(event.dataTransfer))
  }
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the buttons inside do the same
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <b>{kind.title}</b>
      <Choosers kind={kind} onGiven={onGiven} />
      <span className="muted small">
        {t(words.note.accepts, { kinds: kind.accepts.join(' ') })}
        {kind.template && (
          <>
            {' · '}
            <a href={kind.template} download>
              {t(words.action.template)}
            </a>
          </>
        )}
      </span>
    </div>
  )
}

/** Files by choosing or by dropping them; what this kind cannot take is named and left out. */
export function FilesStep({ kind, files, onFiles }: Props) {
  const t = useSay()
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const add = (given: readonly File[]) => {
    const seen = given.filter((file) => !hidden(file))
    const fit = seen.filter((file) => accepted(kind, file))
    setLeftOut(seen.filter((file) => !accepted(kind, file)).map(pathOf))
    onFiles([...new Map([...files, ...fit].map((file) => [pathOf(file), file])).values()])
  }
  return (
    <>
      <Drop kind={kind} onGiven={add} />
      {leftOut.length > 0 && (
        <div className="note note-error" role="alert">
          <Icon name="alert" />
          <ul>
            {leftOut.slice(0, 10).map((name) => (
              <li key={name}>{t(words.note.notAccepted, { name })}</li>
            ))}
          </ul>
        </div>
      )}
      <Chosen files={files} onFiles={onFiles} />
    </>
  )
}
