/** A provider of OpenID Connect; `url` is where browsers reach this house, to which the provider sends them back. */
export type Provider = { issuer: string; clientId: string; clientSecret: string | null; name: string; url: string; claim: string }
/** A government gateway that names the signed-in account in a header; believed from this machine, or with the shared secret. */
export type Gateway = { header: string; secretHeader: string; secret: string | null }
export type Outside = { provider: Provider | null; gateway: Gateway | null }

type Settings = Readonly<Record<string, string | undefined>>

function providerOf(given: Settings): Provider | null {
  const { GUANTONG_OIDC_ISSUER: issuer, GUANTONG_OIDC_CLIENT_ID: clientId, GUANTONG_URL: url } = given
  if (!issuer || !clientId || !url) return null
  const clientSecret = given.GUANTONG_OIDC_CLIENT_SECRET || null
  const name = given.GUANTONG_OIDC_NAME || new URL(issuer).host
  return { issuer, clientId, clientSecret, name, url, claim: given.GUANTONG_OIDC_CLAIM || 'sub' }
}

const gatewayOf = (given: Settings): Gateway | null =>
  given.GUANTONG_GATEWAY === '1'
    ? {
        header: given.GUANTONG_GATEWAY_HEADER || 'x-remote-account',
        secretHeader: given.GUANTONG_GATEWAY_SECRET_HEADER || 'x-gateway-secret',
        secret: given.GUANTONG_GATEWAY_SECRET || null,
      }
    : null

/** Ways to sign in from outside, as the environment of the server sets them; none unless asked for. */
export const outsideOf = (given: Settings): Outside => ({ provider: providerOf(given), gateway: gatewayOf(given) })
