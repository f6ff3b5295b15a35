/** Which free fonts stand in for the fonts that official papers name, when a server without them makes a preview. */
export const words = {
  standIns: {
    仿宋_GB2312: ['仿宋', 'FangSong', 'STFangsong', 'FZFangSong-Z02', 'AR PL UKai CN', 'LXGW WenKai', 'Noto Serif CJK SC'],
    仿宋: ['FangSong', 'STFangsong', 'AR PL UKai CN', 'LXGW WenKai', 'Noto Serif CJK SC'],
    楷体_GB2312: ['楷体', 'KaiTi', 'STKaiti', 'AR PL UKai CN', 'LXGW WenKai', 'Noto Serif CJK SC'],
    黑体: ['SimHei', 'STHeiti', 'Noto Sans CJK SC', 'WenQuanYi Zen Hei'],
    宋体: ['SimSun', 'STSong', 'AR PL UMing CN', 'Noto Serif CJK SC'],
    方正小标宋简体: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'STZhongsong', 'Noto Serif CJK SC', 'AR PL UMing CN'],
  },
} as const
