import { existsSync, readFileSync } from 'node:fs'
import { runToEnd } from './run.mjs'
import { tell, words } from './words.mjs'

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser for the tests: the one named, Playwright's own, the system's; null when there is none. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath(), ...systemPlaces].find((path) => existsSync(path)) ?? null
}

/** The same, and where the system lets us, one is installed. Stops with one line otherwise. */
export async function findOrInstallBrowser() {
  const found = await findBrowser()
  if (found) return found
  if (mayInstall()) await installByApt()
  const installed = await findBrowser()
  if (!installed) throw new Error(words.noBrowser)
  return installed
}

function mayInstall() {
  const isRoot = process.getuid?.() === 0
  return isRoot && !process.env.CHROMIUM_PATH && existsSync('/usr/bin/apt-get') && isDebian()
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

async function installByApt() {
  tell(words.installingBrowser)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runToEnd('apt-get', ['update', '-q'], { env })
  await runToEnd('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env })
}
