import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from '../icons.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'

type Props = { title: string; onClose(): void; children: ReactNode; className?: string | undefined; headless?: boolean | undefined }

/** The browser's own modal dialog: holds the focus, Esc closes. */
export function Dialog({ title, onClose, children, className, headless }: Props) {
  const t = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    if (shown && !shown.open) shown.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it; the press outside is a convenience
    <dialog
      ref={dialog}
      className={`dialog ${className ?? ''}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-body">
        <header className={headless ? 'hidden-visually' : 'row dialog-head'}>
          <h2 id={id}>{title}</h2>
          <span className="spring" />
          {!headless && (
            <button type="button" className="icon-button" aria-label={t(words.action.close)} onClick={onClose}>
              <Icon name="close" />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}
