import qrcode from 'qrcode-generator'

/** A text as a QR picture, drawn here: nothing is asked of any other house. */
export function Qr({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const cells = Array.from({ length: count * count }, (_, at) => [at % count, Math.floor(at / count)] as const)
  const path = cells
    .filter(([x, y]) => code.isDark(y, x))
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
    .join('')
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`-4 -4 ${count + 8} ${count + 8}`} shapeRendering="crispEdges">
      <rect x={-4} y={-4} width={count + 8} height={count + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
