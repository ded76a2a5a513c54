/**
 * Sheets as Markdown: each section is a table, and types link to the sections of their shapes.
 *
 * @module
 */
import type { Row, Section, Sheet } from './sheet.js'

/** Formats a sheet as Markdown, with its title as a first-level heading. */
export function sheetMarkdown({ title, facts, page, sections }: Sheet): string {
  const items = [
    ...facts.map(({ name, text: content }) => `- ${name}: ${content}`),
    ...(page === undefined ? [] : [`- [AWS page](${page})`]),
  ]
  return [`# ${title}`, ...(items.length === 0 ? [] : [items.join('\n')]), ...sections.flatMap(sectionBlocks)].join('\n\n')
}

function sectionBlocks({ title, text: content, page, rows, none }: Section): ReadonlyArray<string> {
  const paragraph = [...(content === undefined ? [] : [content]), ...(page === undefined ? [] : [`[AWS page](${page})`])].join(' ')
  return [`## ${title}`, ...(paragraph === '' ? [] : [paragraph]), ...(rows.length > 0 ? [table(rows)] : none === undefined ? [] : [none])]
}

/** Formats rows as a table, without columns that are empty in every row. */
function table(rows: ReadonlyArray<Row>): string {
  const columns = [
    { head: 'Name', cell: ({ name }: Row) => `\`${name}\`` },
    { head: 'Type', cell: typeCell },
    { head: 'Notes', cell: ({ notes = [] }: Row) => notes.join(', ') },
    { head: 'Meaning', cell: meaningCell },
  ].filter(({ cell }) => rows.some((row) => cell(row) !== ''))
  const line = (cells: ReadonlyArray<string>): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [
    line(columns.map(({ head }) => head)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(({ cell }) => cell(row)))),
  ].join('\n')
}

function typeCell({ type, shape }: Row): string {
  if (type === undefined) return ''
  return shape === undefined ? `\`${type}\`` : type.replace(shape, `[${shape}](#${shape.toLowerCase()})`)
}

function meaningCell({ values, text: content, page }: Row): string {
  return [
    ...(values === undefined ? [] : [`One of ${values.map((value) => `\`${value}\``).join(', ')}; open to others.`]),
    ...(content === undefined ? [] : [content]),
    ...(page === undefined ? [] : [`[AWS page](${page})`]),
  ].join(' ')
}
