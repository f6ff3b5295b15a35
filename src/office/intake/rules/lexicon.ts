/** What people write for yes and no. */
export const yesNoWords: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '对', 'y', 'yes', 'true', '1', '√', '✓'].map((word): [string, boolean] => [word, true]),
  ...['否', '无', '不是', '没有', 'n', 'no', 'false', '0', '×', '✗'].map((word): [string, boolean] => [word, false]),
])
/** What a paper's row number column is called: filled in by people, read by nobody. */
export const rowNumberHeaders: ReadonlySet<string> = new Set(['序号', 'no', 'no.', '#'])
/** The template's last column, which marks the example row: an import passes it over. */
export const exampleHeader = '示例说明'
export const exampleMark = '示例行'
/** Other names under which people ask for a kind of import. */
export const kindAliases: Readonly<Record<string, string>> = {
  unit: 'units',
  单位: 'units',
  机构: 'units',
  official: 'officials',
  干部: 'officials',
  官员: 'officials',
  领导干部: 'officials',
  tenure: 'tenures',
  任职: 'tenures',
  law: 'regulations',
  laws: 'regulations',
  regulation: 'regulations',
  法规: 'regulations',
  report: 'reports',
  报告: 'reports',
  plan: 'plans',
  计划: 'plans',
  finding: 'findings',
  问题: 'findings',
  rectifications: 'rectification',
  整改: 'rectification',
}
