import { readFileSync } from 'node:fs'
import { inClone } from './paths.mjs'

/**
 * Checks what the project stands on without asking anybody: exact versions, a lock with hashes from the registry alone,
 * licences that may be redistributed, and no install script but those allowed. `npm audit` beside it, where a registry answers.
 */
const read = (path) => JSON.parse(readFileSync(inClone(path), 'utf8'))
const manifest = read('package.json')
const { packages } = read('package-lock.json')

const licences =
  /^\(?(?:MIT(?:-0)?|ISC|0BSD|Apache-2\.0|BSD(?:-[23]-Clause)?|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|MPL-2\.0|Zlib|PostgreSQL|WTFPL|MulanPSL-2\.0)\b/
/** Dual licences of which one may be chosen. */
const chosen = (licence) =>
  String(licence)
    .split(/\s+OR\s+/)
    .some((each) => licences.test(each.replace(/^\(/, '')))

/** Without a licence in their own manifest; looked at by hand, and used by tests only. */
const lookedAt = new Map([['only', 'a helper of koa, which the test’s OpenID provider runs on; never shipped']])

const troubles = []
const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/
for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
  if (!exact.test(version)) troubles.push(`${name}: version ${version} is not exact`)

for (const [path, { version, resolved, integrity, license, hasInstallScript, link, dev }] of Object.entries(packages)) {
  if (path === '' || link) continue
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  if (resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//.test(resolved))
    troubles.push(`${name} ${version}: not from a registry (${resolved})`)
  if (!/^sha512-/.test(integrity ?? '')) troubles.push(`${name} ${version}: no sha512 in the lock`)
  if (!chosen(license) && !(dev && lookedAt.has(name))) troubles.push(`${name} ${version}: licence ${license}`)
  if (hasInstallScript && manifest.allowScripts?.[name] !== true)
    troubles.push(`${name} ${version}: runs an install script that is not allowed`)
}

for (const trouble of troubles) process.stderr.write(`${trouble}\n`)
process.stdout.write(`${Object.keys(packages).length - 1} packages looked at, ${troubles.length} troubles\n`)
process.exitCode = troubles.length > 0 ? 1 : 0
