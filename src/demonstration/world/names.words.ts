/** Surnames by rough frequency, and given characters; every combination is invented. */
export const surnames =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤'.split(
    '',
  )
export const doubleSurnames = ['欧阳', '上官', '司马', '诸葛'] as const
export const givenCharacters =
  '明远国栋建华志强伟杰文博海涛晓峰丽娟秀英雪梅春燕玉兰永康德胜家宁承志一鸣子轩思源立新兴邦庆丰泽宇景行嘉树锦程若水清和少峰静怡崇山慧敏凯旋振东向阳鹏飞正平广仁克勤克俭守信兰芳桂香晨曦云鹤俊逸书恒雅琴佩瑶'.split(
    '',
  )

/** Names that are also everyday words: a mention of them must be recognised by its surroundings. */
export const wordNames = ['高明', '方向', '文明', '程序', '高峰'] as const
/** Two people of one name, in different units. */
export const sameName = '李建国'
/** The official whose portrait the guide shows. */
export const hero = { name: '周明远', bornIn: '1974-05' } as const
/** Mid-level officials named in the hero's reports. */
export const heroStaff = [
  { name: '赵立新', post: '公路养护科科长' },
  { name: '何晓芸', post: '财务科科长' },
  { name: '孙博', post: '建设管理科副科长' },
] as const
