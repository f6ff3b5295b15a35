// Runs before the app: no generated code under the strict content policy, and the chosen look from the first painted frame.
globalThis.__zod_globalConfig = { jitless: true }
try {
  const { look } = JSON.parse(localStorage.getItem('guantong::settings') || '{}')
  const dark = look === 'dark' || (look !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.look = dark ? 'dark' : 'light'
} catch {
  document.documentElement.dataset.look = 'light'
}
