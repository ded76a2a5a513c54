import { parquetMetadata } from 'hyparquet'
import * as library from 'hyparquet-writer'
import { expect, it } from 'vitest'
import { ParquetFile } from '../../src/parquet/parquet-file.js'
import type { Sink } from '../../src/parquet/sink.js'
import { rowsFor } from '../support/filed.js'
import { asRead, parquetIn } from '../support/parquet.js'
import { glueCall, insight, nonconformingCall, otherServiceCall } from '../support/records.js'

function memory(): Sink & { readonly bytes: () => Uint8Array; readonly names: Array<string> } {
  const chunks: Array<Buffer> = []
  const names: Array<string> = []
  return {
    write: async (bytes) => {
      chunks.push(Buffer.from(bytes))
    },
    close: async (name) => {
      names.push(name)
    },
    abandon: async () => {
      names.push('abandoned')
    },
    bytes: () => Buffer.concat(chunks),
    names,
  }
}

const rows = await rowsFor([glueCall, nonconformingCall, { ...otherServiceCall, eventTime: 'soon' }, insight])

it('holds rows until a group is written', async () => {
  const sink = memory()
  const file = new ParquetFile(library, sink)
  for (const row of rows.slice(0, 2)) file.add(row)
  expect([file.heldRows, file.groups, file.written]).toEqual([2, 0, 0])
  expect(file.held).toBeGreaterThan(1000)
  await file.writeGroup()
  expect([file.heldRows, file.held, file.groups]).toEqual([0, 0, 1])
  expect(file.written).toBe(sink.bytes().length)
  await file.writeGroup()
  expect(file.groups).toBe(1)
  for (const row of rows.slice(2)) file.add(row)
  await file.end()
  const read = await parquetIn(sink.bytes())
  expect(read.groups).toEqual([2, 2])
  expect(read.rows).toEqual(rows.map((row) => (row.event_time === 'soon' ? { ...row, event_time: null } : asRead(row))))
})

it('has a name that follows from its records and from where they stood', async () => {
  const nameOf = async (given: typeof rows): Promise<string | undefined> => {
    const sink = memory()
    const file = new ParquetFile(library, sink)
    for (const row of given) file.add(row)
    await file.end()
    return sink.names[0]
  }
  const name = await nameOf(rows)
  expect(name).toMatch(/^part-[0-9a-f]{32}\.parquet$/)
  expect(await nameOf(rows)).toBe(name)
  expect(await nameOf(rows.slice(1))).not.toBe(name)
  expect(await nameOf(rows.map((row) => ({ ...row, file: 'b.json' })))).not.toBe(name)
  expect(await nameOf(rows.map((row) => ({ ...row, record_sha256: '0' })))).not.toBe(name)
})

it('can be given up', async () => {
  const sink = memory()
  await new ParquetFile(library, sink).abandon()
  expect(sink.names).toEqual(['abandoned'])
})

it('has statistics of columns without long strings, and holds no long string for them', async () => {
  const sink = memory()
  const file = new ParquetFile(library, sink)
  const long = 'é\u{1f600}'.repeat(5000)
  const records = [
    glueCall,
    { ...glueCall, errorMessage: long },
    { ...glueCall, userAgent: long.slice(1) },
    { ...glueCall, requestParameters: { jobName: long } },
  ]
  const given = await rowsFor(records)
  for (const row of given) file.add(row)
  await file.end()
  expect((await parquetIn(sink.bytes())).rows).toEqual(given.map(asRead))
  const [group] = parquetMetadata(new Uint8Array(sink.bytes()).buffer).row_groups
  const compared = new Map(group?.columns.map(({ meta_data }) => [meta_data?.path_in_schema.join('.'), meta_data?.statistics]))
  expect(compared.get('event_name')?.min_value).toBe('StartJobRun')
  expect(['error_message', 'user_agent', 'raw', 'resources.list.element.name'].map((name) => compared.get(name))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
