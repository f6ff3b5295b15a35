import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Query, readQuery, type SetQuery } from '../address.ts'
import { queryOf } from '../call.ts'
import { Icon } from '../icons.tsx'
import { Pop } from '../pop.tsx'
import { type SavedView, savedViews, saveViews } from '../settings.ts'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import type { ViewStore } from './shape.ts'

const withoutPlace = ({ page: _page, open: _open, ...rest }: Query): Query => rest

type Props = { name: string; store: ViewStore | undefined; query: Query; set: SetQuery }

function useViews(name: string, store: ViewStore | undefined): ViewStore {
  const [views, setViews] = useState<readonly SavedView[]>(() => savedViews(name))
  const keepAll = (next: readonly SavedView[]) => {
    setViews(next)
    saveViews(name, next)
  }
  if (store) return store
  return {
    views,
    keep: (view) => keepAll([...views.filter((each) => each.name !== view.name), view]),
    drop: (view) => keepAll(views.filter((each) => each !== view)),
  }
}

/** Queries kept under a name by this person; each is also a link to send. */
export function Views({ name, store, query, set }: Props) {
  const t = useSay()
  const { views, keep, drop } = useViews(name, store)
  const now = queryOf(withoutPlace(query))
  const save = (event: FormEvent<HTMLFormElement>, close: () => void) => {
    event.preventDefault()
    const called = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (called) keep({ name: called, query: now })
    close()
  }
  return (
    <>
      {views.map((view) => (
        <span key={view.name} className="view-chip" data-on={view.query === now || undefined}>
          <button type="button" className="plain-button" onClick={() => set(readQuery(view.query), { all: true })}>
            {view.name}
          </button>
          <button
            type="button"
            className="plain-button"
            aria-label={t(words.action.forgetView, { name: view.name })}
            onClick={() => drop(view)}
          >
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      {now !== '' && !views.some((view) => view.query === now) && (
        <Pop className="text-button" shown={t(words.action.saveView)}>
          {(close) => (
            <form className="row" onSubmit={(event) => save(event, close)}>
              <input
                className="field-control"
                name="name"
                aria-label={t(words.field.viewName)}
                placeholder={t(words.field.viewName)}
                maxLength={30}
              />
              <Button htmlType="submit" type="primary">
                {t(words.action.saveView)}
              </Button>
            </form>
          )}
        </Pop>
      )}
    </>
  )
}
