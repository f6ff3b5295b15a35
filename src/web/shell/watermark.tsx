import { useMoment } from '../moment.ts'
import { useMe } from '../session.tsx'

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const tile = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><text x="20" y="130" transform="rotate(-22 160 100)" font-family="sans-serif" font-size="14" fill="#000000">${escaped(text)}</text></svg>`

/** Who looked and when, faintly over everything: a deterrent; the trail is the proof. */
export function Watermark() {
  const me = useMe()
  const moment = useMoment()
  const text = `${me.name} · ${me.account} ${moment}`
  return (
    <div
      className="watermark"
      aria-hidden="true"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tile(text))}")` }}
    />
  )
}
