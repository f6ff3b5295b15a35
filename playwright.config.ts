import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, defineConfig, devices } from '@playwright/test'

/** `npm test` names the browser it found or installed; by hand, Playwright's own goes before the system's. */
const browser =
  process.env.CHROMIUM_PATH || [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** This file is read by the runner and again by each of its workers, which take over the folder the runner made. */
const dataFolder = process.env.GUANTONG_E2E_DATA ?? freshFolder()
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-e2e-'))
  process.env.GUANTONG_E2E_DATA = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const port = process.env.GUANTONG_E2E_PORT ?? '4177'
const address = `http://127.0.0.1:${port}`
/** Under another name than the house, as a provider is: what a browser keeps from another site is kept from here, too. */
const providerPort = process.env.GUANTONG_E2E_PROVIDER_PORT ?? String(Number(port) + 1)
const outside = {
  GUANTONG_URL: address,
  GUANTONG_OIDC_ISSUER: `http://localhost:${providerPort}`,
  GUANTONG_OIDC_CLIENT_ID: 'guantong',
  GUANTONG_OIDC_CLIENT_SECRET: 'between-us',
  GUANTONG_OIDC_NAME: '市政务平台',
  GUANTONG_GATEWAY: '1',
  GUANTONG_GATEWAY_SECRET: 'gateway-of-the-tests',
}
const parent = { GUANTONG_PARENT: String(process.pid) }

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  /** A shared machine may starve a browser for a while; a journey that needs its second try is reported as flaky. */
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: address,
    trace: 'on-first-retry',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'],
    },
  },
  webServer: [
    {
      command: `node e2e/provider.mjs ${providerPort} ${address}`,
      url: `http://127.0.0.1:${providerPort}/.well-known/openid-configuration`,
      env: parent,
      reuseExistingServer: false,
      timeout: 60_000,
      stdout: 'ignore',
      stderr: 'ignore',
    },
    {
      command: `node --enable-source-maps dist/server/main.mjs serve --port ${port} --demo`,
      url: `${address}/readyz`,
      env: { ...outside, ...parent, GUANTONG_DATA: dataFolder, DATABASE_URL: '', LOG_LEVEL: 'warn' },
      reuseExistingServer: false,
      timeout: 180_000,
      stdout: 'ignore',
      stderr: 'pipe',
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
  ],
})
