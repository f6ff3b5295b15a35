import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/** GLOSSARY.md is made from the rooms' words: run `npm run unit -- src/glossary --update` after changing them. */
const skipped = new Set(['refusal', 'note', 'contract', 'action', 'message', 'help', 'title', 'empty', 'step'])
type Phrase = { zh: string; en: string }
const isPhrase = (value: unknown): value is Phrase => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
const isTerm = ({ zh, en }: Phrase) => zh.length <= 14 && en.length <= 60 && !/[{}。，；？]/.test(zh)

function termsOf(words: unknown, path: readonly string[]): { id: string; phrase: Phrase }[] {
  if (isPhrase(words)) return isTerm(words) ? [{ id: path.join('.'), phrase: words }] : []
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words)
    .filter(([key]) => path.length > 0 || !skipped.has(key))
    .flatMap(([key, value]) => termsOf(value, [...path, key]))
}

async function glossary(): Promise<string> {
  const rooms = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(office|registers|audit|joint|archive)\/[^/]+\/words\.ts$/.test(file),
  )
  const parts = await Promise.all(
    rooms.sort().map(async (file) => {
      const { words } = await import(`./${file}`)
      const rows = termsOf(words, []).map(({ id, phrase }) => `| ${phrase.zh} | \`${id}\` | ${phrase.en} |`)
      return `## ${file.replace('/words.ts', '')}\n\n| 中文 | identifier | English |\n| --- | --- | --- |\n${[...new Set(rows)].join('\n')}\n`
    }),
  )
  return `# Glossary\n\nMade from every room's words.ts by \`src/glossary.test.ts\`; edit the words, not this page.\n\n${parts.join('\n')}`
}

test('the glossary says what the rooms say', async () => {
  await expect(await glossary()).toMatchFileSnapshot('../GLOSSARY.md')
})
