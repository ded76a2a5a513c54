import { expect, it } from 'vitest'
import { sheetMarkdown } from '../../src/describe/markdown.js'
import type { Sheet } from '../../src/describe/sheet.js'
import { sheetText } from '../../src/describe/text.js'

it('is laid out the same in both forms: the same words in the same order', () => {
  const sheet: Sheet = {
    title: 'Title',
    facts: [{ name: 'fact', text: 'one' }],
    sections: [{ title: 'Section', text: 'Paragraph.', rows: [{ name: 'row', type: 'string', notes: ['note'], text: 'Words.' }] }],
  }
  const words = (content: string): ReadonlyArray<string> =>
    (content.match(/\w+/g) ?? []).filter((word) => !['Name', 'Type', 'Notes', 'Meaning'].includes(word))
  expect(words(sheetText(sheet))).toEqual(['Title', 'fact', 'one', 'Section', 'Paragraph', 'row', 'string', 'note', 'Words'])
  expect(words(sheetMarkdown(sheet))).toEqual(words(sheetText(sheet)))
})
