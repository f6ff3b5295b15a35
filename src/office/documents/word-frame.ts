import { AlignmentType, Footer, Header, ImportedXmlComponent, LineRuleType, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import type { Paper } from './model.ts'
import { clean, page } from './rules.ts'
import { setRun } from './word-parts.ts'
import { words } from './words.ts'

const escaped = (text: string) => clean(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** A pale slanted text behind every page: who took the paper out, and when. It deters; the trail is the proof. */
const watermark = (text: string) =>
  ImportedXmlComponent.fromXmlString(
    `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict><v:shapetype id="wm" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="watermark" type="#wm" style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:34pt;rotation:-35;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d0d0d0" stroked="f"><v:fill opacity=".4"/><v:textpath style="font-family:&quot;${words.font.song}&quot;;font-size:1pt" string="${escaped(text)}"/></v:shape></w:pict></w:r>`,
  )

/** Number and secrecy label in small type on every page, with the watermark behind it. */
export function pageHeader(paper: Paper): Header {
  const line = [paper.number ?? '', paper.secrecy ?? ''].join('\t')
  const paragraph = new Paragraph({
    spacing: { line: 280, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: page.textWidth }],
    children: [setRun(line, { size: 21, font: 'song' })],
  })
  if (paper.watermark) paragraph.addChildElement(watermark(paper.watermark))
  return new Header({ children: [paragraph] })
}

/** — 1 — in half-width song type, outer side, one character in; its own spacing so that the body keeps its lines. */
export function pageFooter(side: 'odd' | 'even'): Footer {
  const font = { ascii: words.font.song, eastAsia: words.font.song, hAnsi: words.font.song }
  const indent = side === 'odd' ? { right: 280 } : { left: 280 }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent,
        spacing: { line: page.footerLine, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        widowControl: false,
        children: [new TextRun({ children: [`${words.pageDash} `, PageNumber.CURRENT, ` ${words.pageDash}`], size: 28, font })],
      }),
    ],
  })
}
