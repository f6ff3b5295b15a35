/** RFC 9116: where to report a weakness. The contact is the installation's own (GUANTONG_SECURITY_CONTACT). */
export function securityTxt(
  now: Date,
  contact: string = process.env.GUANTONG_SECURITY_CONTACT ?? 'https://example.invalid/security',
): string {
  const expires = new Date(now.getTime() + 180 * 86_400_000).toISOString()
  return [`Contact: ${contact}`, `Expires: ${expires}`, 'Preferred-Languages: zh, en', ''].join('\n')
}
