/** What people write for yes and no. */
export const yesNoWords: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '对', 'y', 'yes', 'true', '1', '√', '✓'].map((word): [string, boolean] => [word, true]),
  ...['否', '无', '不是', '没有', 'n', 'no', 'false', '0', '×', '✗'].map((word): [string, boolean] => [word, false]),
])
/** What a paper's row number column is called: filled in by people, read by nobody. */
export const rowNumberHeaders: ReadonlySet<string> = new Set(['序号', 'no', 'no.', '#'])
