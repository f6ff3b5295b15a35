const cookieName = 'guantong_session'

/** The session's cookie: not readable by scripts, never sent from another site. */
export const sessionCookie = (token: string, options: { seconds: number; secure: boolean }): string =>
  `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${options.seconds}${options.secure ? '; Secure' : ''}`

export const clearedCookie = `${cookieName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`

/** The opaque token of a request: bearer for machines, cookie for browsers. */
export function tokenOf(headers: Headers): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')
  if (bearer?.[1]) return bearer[1]
  const cookie = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(headers.get('cookie') ?? '')
  return cookie?.[1] ?? null
}
