import { Document, Packer } from 'docx'
import type { Paper } from './model.ts'
import { page } from './rules.ts'
import { pageFooter, pageHeader } from './word-frame.ts'
import { blockParts, headParts, signatureParts, titleParts } from './word-parts.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const layout = {
  titlePage: false,
  page: {
    size: { width: page.width, height: page.height },
    margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, footer: page.footer, header: 850, gutter: 0 },
  },
}

/**
 * Typesets a paper as .docx by GB/T 9704: exact line pitch, tightened characters, no widow control, fonts by name only.
 * Nothing of time or chance goes in but what the paper says; the package's own property dates are the caller's business.
 */
export async function wordDocument(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: paper.title.join(''),
    subject: paper.subject,
    creator: 'Guantong',
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: layout,
        headers: { default: pageHeader(paper), even: pageHeader(paper) },
        footers: { default: pageFooter('odd'), even: pageFooter('even') },
        children: [...headParts(paper), ...titleParts(paper), ...paper.blocks.flatMap(blockParts), ...signatureParts(paper)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
