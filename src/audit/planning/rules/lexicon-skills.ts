import type { Skill } from '../model.ts'

/** Words in a unit's name that ask for a special skill, tried in this order. */
export const skillWords: readonly { words: readonly string[]; skill: Skill }[] = [
  { words: ['住房和城乡建设', '交通', '水利', '水务', '公路', '城市建设'], skill: 'works' },
  { words: ['自然资源', '生态环境', '林业'], skill: 'environment' },
  { words: ['财政', '医疗保障', '公积金'], skill: 'finance' },
]
