import qrcode from 'qrcode-generator'
import { useMemo } from 'react'

/** Beyond this many letters a printed code cannot be read by a common telephone. */
export const codeHolds = 1800

/** A text as a QR code, drawn as one path. */
export function Code({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = qrcode(0, 'L')
    code.addData(text, 'Byte')
    code.make()
    const count = code.getModuleCount()
    const all = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const)
    const dark = all.filter(([row, column]) => code.isDark(row, column))
    return { size: count + 8, path: dark.map(([row, column]) => `M${column + 4} ${row + 4}h1v1h-1z`).join('') }
  }, [text])
  return (
    <svg className="trail-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
