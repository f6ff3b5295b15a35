/** What the scripts say, before anyone could choose a language. */
export const words = {
  oldNode: '需要 Node.js 20.19 或更高版本 / Node.js 20.19 or later is needed',
  installing: '正在安装依赖（仅首次或更新后）… / Installing packages (first time or after an update)…',
  building: '正在构建（仅首次或更新后）… / Building (first time or after an update)…',
  waiting: '另一进程正在安装或构建，请稍候… / Another process is installing or building, waiting…',
  installFailed: '依赖安装失败，请检查网络后重试 / Packages could not be installed: check the network and try again',
  buildFailed: '构建失败 / The build failed',
  noBrowser:
    '未找到浏览器，请运行 npx playwright install --with-deps chromium（或设置 CHROMIUM_PATH） / No browser found: run npx playwright install --with-deps chromium (or set CHROMIUM_PATH)',
  installingBrowser: '正在安装浏览器（apt-get）… / Installing a browser (apt-get)…',
}

/** Standard output belongs to the verbs: it may be read as JSON. */
export const tell = (text) => process.stderr.write(`${text}\n`)
