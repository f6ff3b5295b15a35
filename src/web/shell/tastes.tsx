import { Segmented } from '../page-frame.tsx'
import { choose, useSettings } from '../settings.ts'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'

/** Tongue and look, for people who are signed in and for those who are not yet. */
export function Tastes() {
  const t = useSay()
  const { tongue, look } = useSettings()
  const tongues = [
    { value: 'zh', label: t(words.tongue.zh) },
    { value: 'en', label: t(words.tongue.en) },
  ] as const
  const looks = [
    { value: 'auto', label: t(words.look.auto) },
    { value: 'light', label: t(words.look.light) },
    { value: 'dark', label: t(words.look.dark) },
  ] as const
  return (
    <>
      <Segmented label={t(words.field.tongue)} value={tongue} options={tongues} onChange={(value) => choose({ tongue: value })} />
      <Segmented label={t(words.field.look)} value={look} options={looks} onChange={(value) => choose({ look: value })} />
    </>
  )
}
