import { AlignmentType, Document, Footer, LineRuleType, Packer } from 'docx'
import { catalogueOf } from '../rules/fields.ts'
import type { AnyDocument, Frame } from '../rules/type.ts'
import { page } from '../rules.ts'
import { pageFooter } from '../word-frame.ts'
import { words } from '../words.ts'
import { footOf, headOf, letterRule, markStyle, titleOf } from './frame.ts'
import { layoutParts } from './parts.ts'

/** The mark of a letter stands 30 mm from the paper's edge (10.1), its ink lower than its line by about 2 mm. */
const letterTop = 1587

const sized = (frame: Frame) => ({
  titlePage: frame === 'letter',
  page: {
    size: { width: page.width, height: page.height },
    margin: {
      top: frame === 'letter' ? letterTop : page.top,
      bottom: page.bottom,
      left: page.left,
      right: page.right,
      footer: page.footer,
      header: 850,
      gutter: 0,
    },
  },
})

/** A letter's first page bears no number but the lower red double rule. */
const footers = (frame: Frame) => ({
  default: pageFooter('odd'),
  even: pageFooter('even'),
  ...(frame === 'letter' ? { first: new Footer({ children: [letterRule('thinThickSmallGap')] }) } : {}),
})
const styles = {
  paragraphStyles: [
    {
      id: markStyle,
      name: words.head.issuers.zh,
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 1240, lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
      run: { size: 90, color: 'FF0000', font: words.font.title },
    },
  ],
}

/** The house's own template of a document type: a Word file with tags, laid out by GB/T 9704-2012, free to be edited. */
export async function builtTemplate(type: AnyDocument): Promise<Uint8Array<ArrayBuffer>> {
  const entries = catalogueOf(type.fields)
  const signed = type.signed ?? type.frame !== 'sheet'
  const document = new Document({
    title: type.name.zh,
    subject: type.id,
    creator: 'Guantong',
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: sized(type.frame),
        footers: footers(type.frame),
        children: [
          ...headOf(type.frame, type.name.zh),
          ...titleOf(type.frame),
          ...type.layout.flatMap((piece) => layoutParts(entries, piece)),
          ...footOf(type.frame, signed),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
