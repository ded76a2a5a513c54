import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../src/describe/sheet.js'
import { sheetText, wrap } from '../../src/describe/text.js'

describe('wrap', () => {
  it('breaks between words, and no word', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four'])
    expect(wrap('a verylongword b', 5)).toEqual(['a', 'verylongword', 'b'])
    expect(wrap('', 5)).toEqual([''])
  })
})

const sheet: Sheet = {
  title: 'Title',
  facts: [{ name: 'topic', text: 'jobs' }],
  page: 'https://example.com',
  sections: [
    {
      title: 'First',
      text: 'A paragraph that is longer than one line of forty.',
      page: 'https://example.com/first',
      rows: [
        { name: 'a', type: 'string', notes: ['sensitive'], text: 'What it says.' },
        { name: 'longer', type: 'Kind', values: ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] },
        { name: 'bare' },
        { name: 'said', text: 'Only words.', page: 'https://example.com/said' },
      ],
    },
    { title: 'Second', rows: [], none: 'None.' },
    { title: 'Third', rows: [] },
  ],
}

describe('sheetText', () => {
  it('fits a width', () => {
    expect(sheetText(sheet, 40)).toBe(`Title

  topic     jobs
  AWS page  https://example.com

First
  A paragraph that is longer than one
  line of forty.
  https://example.com/first

  a       string, sensitive. What it
          says.
  longer  Kind. One of ONE, TWO, THREE,
          FOUR, FIVE; open to others.
  bare
  said    Only words.

Second
  None.

Third`)
  })

  it('puts descriptions under names that are too long to sit beside', () => {
    const rows = [{ name: 'aNameOfTwentyLetters', type: 'string', text: 'What it says, in some words.' }]
    expect(sheetText({ title: 'T', facts: [], sections: [{ title: 'S', rows }] }, 40)).toBe(`T

S
  aNameOfTwentyLetters
    string. What it says, in some words.`)
  })

  it('is never narrower than 40, and takes no number for 100', () => {
    expect(sheetText(sheet, 3)).toBe(sheetText(sheet, 40))
    expect(sheetText(sheet, Number.NaN)).toBe(sheetText(sheet, 100))
    expect(sheetText(sheet)).toBe(sheetText(sheet, 100))
    expect(sheetText(sheet, 60.5)).toBe(sheetText(sheet, 60))
  })
})
