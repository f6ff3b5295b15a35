import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import type { Context, Hono } from 'hono'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
}

/** The precompressed sibling the browser takes, if any. */
function packed(path: string, accepts: string): { path: string; encoding: string | null } {
  if (accepts.includes('br') && existsSync(`${path}.br`)) return { path: `${path}.br`, encoding: 'br' }
  if (accepts.includes('gzip') && existsSync(`${path}.gz`)) return { path: `${path}.gz`, encoding: 'gzip' }
  return { path, encoding: null }
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile()

function give(c: Context, path: string, kept: boolean): Response {
  const { path: sent, encoding } = packed(path, c.req.header('accept-encoding') ?? '')
  c.header('content-type', types[extname(path)] ?? 'application/octet-stream')
  c.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('vary', 'accept-encoding')
  if (encoding) c.header('content-encoding', encoding)
  return c.body(readFileSync(sent))
}

/** The path of an address; null when its escapes are broken. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
}

/** Serves the built pages; any address that is no file is a page's own address. */
export function serveSite(hono: Hono, folder: string): void {
  hono.get('*', (c) => {
    const asked = pathOf(c.req.url)
    if (asked === null) return c.notFound()
    const path = normalize(join(folder, asked))
    if (!path.startsWith(folder)) return c.notFound()
    if (isFile(path)) return give(c, path, path.includes('/assets/'))
    if (extname(path) !== '') return c.notFound()
    const index = join(folder, 'index.html')
    return existsSync(index) ? give(c, index, false) : c.notFound()
  })
}
