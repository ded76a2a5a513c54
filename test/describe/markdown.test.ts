import { expect, it } from 'vitest'
import { sheetMarkdown } from '../../src/describe/markdown.js'

it('has a table for each section, without columns that nothing fills', () => {
  const sheet = {
    title: 'Title',
    facts: [{ name: 'topic', text: 'jobs' }],
    page: 'https://example.com',
    sections: [
      {
        title: 'First',
        text: 'A paragraph.',
        page: 'https://example.com/first',
        rows: [
          { name: 'a', type: 'list of Inner', shape: 'Inner', notes: ['sensitive', 'deprecated'] },
          { name: 'b', type: 'Kind', values: ['ONE', 'T|WO'], text: 'Words.', page: 'https://example.com/b' },
        ],
      },
      { title: 'Inner', rows: [{ name: 'c', text: 'Only words.' }] },
      { title: 'Second', rows: [], none: 'None.' },
    ],
  }
  expect(sheetMarkdown(sheet)).toBe(`# Title

- topic: jobs
- [AWS page](https://example.com)

## First

A paragraph. [AWS page](https://example.com/first)

| Name | Type | Notes | Meaning |
| --- | --- | --- | --- |
| \`a\` | list of [Inner](#inner) | sensitive, deprecated |  |
| \`b\` | \`Kind\` |  | One of \`ONE\`, \`T\\|WO\`; open to others. Words. [AWS page](https://example.com/b) |

## Inner

| Name | Meaning |
| --- | --- |
| \`c\` | Only words. |

## Second

None.`)
  expect(sheetMarkdown({ title: 'Bare', facts: [], sections: [] })).toBe('# Bare')
})
