/** What of a request says where it came from. */
export type Provenance = {
  origin: string | undefined
  fetchSite: string | undefined
  host: string | undefined
  contentType: string | undefined
  /** Whether the browser sent the session along by itself. */
  hasCookie: boolean
}

const isJson = (type: string | undefined) => /^application\/json\s*(?:;|$)/i.test(type ?? '')

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/**
 * Whether an act may have been sent by a page of another site in this person's name. The browser's own word counts first
 * (Sec-Fetch-Site), then Origin; where neither is sent, a session's cookie is believed only with a JSON body, which no
 * form of another site can send without asking this server first. Machines with a bearer token carry no cookie.
 */
export function isForeign({ origin, fetchSite, host, contentType, hasCookie }: Provenance): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return true
  if (origin !== undefined) return hostOf(origin) === null || hostOf(origin) !== host
  return fetchSite === undefined && hasCookie && !isJson(contentType)
}
