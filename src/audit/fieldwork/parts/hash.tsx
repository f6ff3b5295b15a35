/** The sha256 of files before they are sent; empty where the browser offers none (plain http), the server then checks its own copy alone. */
export async function sentHashes(files: readonly File[]): Promise<{ name: string; sha256: string }[]> {
  if (globalThis.crypto?.subtle === undefined) return []
  return Promise.all(
    files.map(async (file) => {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
      return {
        name: file.name.normalize('NFC'),
        sha256: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      }
    }),
  )
}
