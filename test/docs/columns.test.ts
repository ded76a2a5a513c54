/**
 * The page of columns is printed from the list of columns; `npx vitest run test/docs/columns.test.ts -u` updates it.
 */
import { expect, it } from 'vitest'
import { COLUMNS } from '../../src/archive/columns.js'
import { PARTITIONS } from '../../src/archive/partition.js'

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |\n`

const page = `<!-- Written by npx vitest run test/docs/columns.test.ts -u, from src/archive/columns.ts. Do not edit. -->

# Columns

The columns of a record in \`decode --format csv\` and \`--format parquet\`, in the rows of \`glue-trail/archive\`, and in the tables of \`glue-trail table\`: ${COLUMNS.length} columns in
this order. A column keeps its name, type and position; new columns follow the others, in a minor version. A cell is null, and empty in CSV, where the record does not have it.
[Why it is one list](../decisions/archive-columns.md).

${row(['type', 'in Parquet', 'Athena, Spark', 'DuckDB'])}${row(['---', '---', '---', '---'])}${[
  ['string', 'BYTE_ARRAY, string', 'STRING', 'VARCHAR'],
  ['json', 'BYTE_ARRAY, string', 'STRING', 'VARCHAR'],
  ['time', 'INT64, milliseconds of UTC', 'TIMESTAMP', 'TIMESTAMPTZ'],
  ['boolean', 'BOOLEAN', 'BOOLEAN', 'BOOLEAN'],
  ['integer', 'INT32', 'INT', 'INTEGER'],
  [
    'resources',
    'list of structures of `type`, `name`, `within`, `arn`, `account_id`, `region`, all strings',
    'ARRAY\\<STRUCT\\>',
    'STRUCT[]',
  ],
]
  .map(row)
  .join('')}
In Parquet, the folders are columns too: ${PARTITIONS.map((name) => `\`${name}\``).join(', ')}, strings, from \`account_id\`, \`region\` and the day of \`event_time\` in UTC.

${row(['column', 'type', 'meaning'])}${row(['---', '---', '---'])}${COLUMNS.map(({ name, type, meaning }) => row([`\`${name}\``, type, meaning])).join('')}`

it('docs/reference/columns.md is up to date', async () => {
  await expect(page).toMatchFileSnapshot('../../docs/reference/columns.md')
})
