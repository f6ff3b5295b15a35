const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
type Signal = (typeof signals)[number]

const deeds = new Set<() => void>()

/** Does the deed should this process end without having called it off: at its exit, or by a signal nobody else here answers. */
export function beforeEnding(deed: () => void): () => void {
  if (deeds.size === 0) listen()
  deeds.add(deed)
  return () => {
    deeds.delete(deed)
    if (deeds.size === 0) stopListening()
  }
}

function listen(): void {
  process.on('exit', doAll)
  for (const signal of signals) process.on(signal, endBySignal)
}

function stopListening(): void {
  process.removeListener('exit', doAll)
  for (const signal of signals) process.removeListener(signal, endBySignal)
}

function doAll(): void {
  for (const deed of deeds) deed()
}

/** A program with a way of its own to end (a server finishing its requests) goes that way; any other ends as if we were not here. */
function endBySignal(signal: Signal): void {
  if (process.listenerCount(signal) > 1) return
  doAll()
  deeds.clear()
  stopListening()
  process.kill(process.pid, signal)
}
