import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

type Offer = { says: string; undo: (() => unknown) | null; left: number }
type Tell = (says: string, undo?: () => unknown) => void
const Context = createContext<Tell>(() => undefined)
const seconds = 10

/** Shows what was just done, with ten seconds to take it back. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const t = useSay()
  const [offer, setOffer] = useState<Offer | null>(null)
  const tell = useCallback<Tell>((says, undo) => setOffer({ says, undo: undo ?? null, left: undo ? seconds : 4 }), [])
  useEffect(() => {
    if (!offer) return
    const timer = setTimeout(() => setOffer(offer.left > 1 ? { ...offer, left: offer.left - 1 } : null), 1000)
    return () => clearTimeout(timer)
  }, [offer])
  const takeBack = () => {
    offer?.undo?.()
    setOffer({ says: t(words.note.undone), undo: null, left: 3 })
  }
  return (
    <Context value={tell}>
      {children}
      <div className="toast-place no-print" role="status" aria-live="polite">
        {offer && (
          <div className="toast">
            <span>{offer.says}</span>
            {offer.undo && (
              <button type="button" onClick={takeBack}>
                {t(words.action.undo)} <span className="num">{offer.left}</span>
              </button>
            )}
          </div>
        )}
      </div>
    </Context>
  )
}

/** `offer(t(words.moved), () => move.run(back))`: for deeds that can be taken back; never for signing, issuing or transferring. Without a second argument it is a plain notice. */
export const useUndo = (): Tell => useContext(Context)
