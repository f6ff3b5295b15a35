import { ImportedXmlComponent, LineRuleType, Paragraph, XmlComponent } from 'docx'

const office = 'http://schemas.openxmlformats.org'
const space = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
const size = { cx: 5615940, cy: 640000 }

/** A text box without lines that stands on the bottom edge of the type area and grows upwards with its text. */
const shell = `<w:r xmlns:w="${office}/wordprocessingml/2006/main"><w:drawing><wp:anchor xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing" distT="180000" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV><wp:extent cx="${size.cx}" cy="${size.cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="901" name="endBlock"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${office}/drawingml/2006/main"><a:graphicData uri="${space}"><wps:wsp xmlns:wps="${space}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size.cx}" cy="${size.cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx/><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:spAutoFit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`

class Content extends XmlComponent {
  constructor(parts: readonly Paragraph[]) {
    super('w:txbxContent')
    for (const part of parts) this.addChildElement(part)
  }
}

/** Finds the element of this name among an imported component's descendants. */
function within(component: XmlComponent, name: string): XmlComponent | null {
  const parts: readonly unknown[] = Reflect.get(component, 'root') ?? []
  for (const part of parts) {
    if (!(part instanceof XmlComponent)) continue
    const found = Reflect.get(part, 'rootKey') === name ? part : within(part, name)
    if (found) return found
  }
  return null
}

/**
 * Paragraphs on the bottom edge of the last page's type area (GB/T 9704-2012, 7.4). Word's frames and floating tables
 * were tried: LibreOffice sets both in the flow of the text; an anchored text box stands where it belongs in both.
 */
export function bottomBox(parts: readonly Paragraph[]): Paragraph {
  const run = ImportedXmlComponent.fromXmlString(shell)
  const box = within(run, 'wps:txbx')
  if (!(box instanceof ImportedXmlComponent)) throw new Error('the text box has lost its place for text')
  box.push(new Content(parts))
  const holder = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [] })
  holder.addChildElement(run)
  return holder
}
