import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { Dialog } from './dialog.tsx'

const keys = [
  ['Ctrl K', 'palette'],
  ['?', 'help'],
  ['/', 'filter'],
  ['↑ ↓', 'move'],
  ['Enter', 'open'],
  ['Space', 'mark'],
  ['Esc', 'close'],
  ['J K', 'sources'],
] as const

export function KeysHelp({ onClose }: { onClose(): void }) {
  const t = useSay()
  return (
    <Dialog title={t(words.title.keys)} onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{t(words.key[does])}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
