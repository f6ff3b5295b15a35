import * as oidc from 'openid-client'
import { returnPath } from '../contract.ts'
import type { Provider } from './config.ts'

const isLocal = (issuer: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname)

const known = new Map<string, Promise<oidc.Configuration>>()
/** The provider's published configuration, asked once; a failed asking is forgotten. Plain http only for a provider on this machine. */
function configurationOf(provider: Provider): Promise<oidc.Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`
  const asked =
    known.get(key) ??
    oidc.discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret ?? undefined, undefined, {
      timeout: 10,
      execute: isLocal(provider.issuer) ? [oidc.allowInsecureRequests] : [],
    })
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

export type Flow = { state: string; nonce: string; verifier: string }

/** A sign-in to begin: code flow with PKCE, state and nonce; and the provider's address to send the browser to. */
export async function beginFlow(provider: Provider): Promise<Flow & { address: string }> {
  const configuration = await configurationOf(provider)
  const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: new URL(returnPath, provider.url).href,
    scope: 'openid',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  })
  return { ...flow, address: address.href }
}

/** Exchanges the provider's code; answers who it says was signed in, or null when anything about the answer is not right. */
export async function subjectOf(provider: Provider, query: string, flow: Flow): Promise<string | null> {
  const configuration = await configurationOf(provider)
  const returned = new URL(`${returnPath}?${query}`, provider.url)
  const checks = { pkceCodeVerifier: flow.verifier, expectedState: flow.state, expectedNonce: flow.nonce, idTokenExpected: true }
  const tokens = await oidc.authorizationCodeGrant(configuration, returned, checks).catch(() => null)
  const claim = tokens?.claims()?.[provider.claim]
  return typeof claim === 'string' ? claim : null
}
