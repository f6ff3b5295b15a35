const number = '[〇○零一二三四五六七八九十百千两0-9０-９]+'

/** How the lines of a Chinese legal text begin. Lines are tried trimmed. */
export const shape = {
  mark: /^#{1,6}[\s\u3000]*/,
  infoEnd: '<!-- INFO END -->',
  heading: new RegExp(`^第(${number})(编|分编|章|节)(?:[\\s\\u3000]+(.*)|$)`),
  levels: new Map([
    ['编', 'part'],
    ['分编', 'part'],
    ['章', 'chapter'],
    ['节', 'section'],
  ] as const),
  looseHeading: /^(?:总[\s\u3000]*则|附[\s\u3000]*则|序[\s\u3000]*言|前[\s\u3000]*言)$/,
  annex: /^附[\s\u3000]*(?:件|录|表)(?:[\s\u3000]*[〇零一二三四五六七八九十0-9０-９]+)?(?:[\s\u3000：:].*)?$/,
  contents: /^目[\s\u3000]*[录次]$/,
  article: new RegExp(`^第(${number})条(?:之(${number}))?([\\s\\u3000]*)`),
  item: new RegExp(`^[（(](${number})[)）][\\s\\u3000]*`),
  subitem: /^([0-9０-９]+)[.．、](?![0-9０-９])[\s\u3000]*/,
  endsLikeSentence: /[。；：;:，]$/,
  title: /(?:法|条例|规定|办法|细则|准则|规则|决定|意见|解释|规程|通则|制度|纲要|通知|方案)(?:[（(](?:试行|暂行|草案)[）)])?$/,
  date: /([0-9０-９]{4})年([0-9０-９]{1,2})月([0-9０-９]{1,2})日/g,
  nameDate: /[（(](\d{4}-\d{2}-\d{2})[）)]/,
  nextDate: /(?<=施行|通过|批准|公布|修正|修订|发布)[\s\u3000]*(?=(?:根据)?[0-9０-９]{4}年)/,
  from: /自([0-9０-９]{4})年([0-9０-９]{1,2})月([0-9０-９]{1,2})日起(?:施行|实施|执行|生效)/,
  fromPublication: /自(?:公布|发布|印发|通过)之日起(?:施行|实施|执行|生效)/,
  repeals: /《([^《》]+)》(?=(?:、《[^《》]+》)*同时废止)/g,
  history: [
    ['amended', /修正|修订|修改/],
    ['commenced', /^[^过布]*施行/],
    ['approved', /批准/],
    ['published', /公布|发布|公告|令第/],
    ['adopted', /通过/],
  ],
  digits: '０１２３４５６７８９',
} as const
