import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { mergedPdf } from './print.ts'

const pages = async (count: number): Promise<Uint8Array> => {
  const made = await PDFDocument.create()
  for (let at = 0; at < count; at++) made.addPage([595, 842])
  return made.save()
}

test('papers printed as one keep their order, and each begins on the front of a sheet', async () => {
  const merged = await PDFDocument.load(await mergedPdf([await pages(1), await pages(2), await pages(3)]))
  expect(merged.getPageCount()).toBe(2 + 2 + 3)
})
