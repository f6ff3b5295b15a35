import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/**
 * A real provider of OpenID Connect for the browser tests, under another name than the house: whoever signs in here is the subject he
 * names. Its own page asks nothing else; it keeps everything in memory.
 */
const [port, house] = process.argv.slice(2)
const issuer = `http://localhost:${port}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'guantong',
      client_secret: 'between-us',
      redirect_uris: [`${house}/sign-in/return`],
      grant_types: ['authorization_code'],
    },
  ],
  pkce: { required: () => true, methods: ['S256'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/enter/${uid}` },
  cookies: { keys: ['test'] },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  // The house is this provider's own client: nobody is asked whether it may know who he is.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
    grant.addOIDCScope('openid')
    await grant.save()
    return grant
  },
})

const page = `<!doctype html><html lang="zh"><head><title>市政务平台</title><link rel="icon" href="data:,"></head>
<body><main><h1>市政务平台</h1><form method="post"><label>用户名 <input name="login" required></label> <button>进入</button></form></main></body></html>`

async function textOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

async function enter(request, response) {
  if (request.method !== 'POST') return response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  const accountId = new URLSearchParams(await textOf(request)).get('login')
  return provider.interactionFinished(request, response, { login: { accountId } })
}

const answer = provider.callback()
createServer((request, response) => {
  if (!request.url.startsWith('/enter/')) return answer(request, response)
  return enter(request, response).catch((error) => response.writeHead(400).end(error.message))
}).listen(Number(port), '127.0.0.1')

/** Whoever started the tests may be gone without a word. */
const starter = Number(process.env.GUANTONG_PARENT)
setInterval(() => {
  try {
    process.kill(starter, 0)
  } catch {
    process.exit()
  }
}, 1000)
