/**
 * Fields as one unambiguous text: each as `<its length in UTF-8 bytes>:<its characters>,` one after the other.
 * What is hashed or signed is always written this way, so that no two different records share a text.
 */
export const netstrings = (fields: readonly string[]): string =>
  fields.map((field) => `${Buffer.byteLength(field, 'utf8')}:${field},`).join('')
