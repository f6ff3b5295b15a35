import type { SecrecyLevel } from '../model.ts'

/** How a paper prints its own level, the gravest first. A bare word counts only where a star, a term or a line's end follows it. */
export const printedLevels: readonly { level: SecrecyLevel; sign: RegExp }[] = [
  { level: 'topSecret', sign: /(?:^|\n|[\s　])绝\s*密\s*(?:[★*☆]|\n|$)/ },
  { level: 'confidential', sign: /(?:^|\n|[\s　])机\s*密\s*(?:[★*☆]|\n|$)/ },
  { level: 'secret', sign: /(?:^|\n|[\s　])秘\s*密\s*(?:[★*☆]|\n|$)/ },
  { level: 'workSecret', sign: /(?:^|\n|[\s　])工作秘密\s*(?:[★*☆：:]|\n|$)/ },
  { level: 'internal', sign: /(?:^|\n|[\s　])内部(?:资料|文件|使用)?\s*(?:[★*☆]|\n|$|，?注意保存)/ },
]
