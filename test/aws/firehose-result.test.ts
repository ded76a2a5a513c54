import { expect, it } from 'vitest'
import { firehoseRecords, transformedRecord } from '../../src/aws/firehose-result.js'
import { inlineEntries } from '../../src/aws/inline.js'

const given = { recordId: 'r1', data: 'e30=' }

it('finds the records that can be answered', () => {
  expect(firehoseRecords({ records: [given, { data: 'x' }, { recordId: 'r2' }, 5] })).toEqual([given, { recordId: 'r2', data: '' }])
  expect(firehoseRecords(undefined)).toEqual([])
})

it('gives back what was kept, one a line', () => {
  const records = [{ eventName: 'ü' }, { eventName: 'b', padding: 'x'.repeat(20_000) }]
  const { result, data } = transformedRecord(given, inlineEntries(records, {}).entries)
  expect(result).toBe('Ok')
  expect(Buffer.from(data, 'base64').toString()).toBe(`${records.map((record) => JSON.stringify(record)).join('\n')}\n`)
})

it('drops what nothing was kept of, and leaves what failed as it was', () => {
  expect(transformedRecord(given, [])).toEqual({ ...given, result: 'Dropped' })
  expect(transformedRecord(given, undefined)).toEqual({ ...given, result: 'ProcessingFailed' })
})

it('fails for a value that is nested more deeply than can be written', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
  expect(transformedRecord(given, inlineEntries([deep], {}).entries).result).toBe('ProcessingFailed')
})
