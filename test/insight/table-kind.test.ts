import { type TableChange, tableChangeOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { kindOfActions, kindOfChange } from '../../src/insight/table-kind.js'

const kind = (before: object, after: object): string | undefined => {
  const change = tableChangeOf({ tableInput: before }, { tableInput: after })
  if (change.kind !== 'CHANGE') throw new Error(change.why)
  return kindOfChange(change)
}

const columns = (name: string) => ({ storageDescriptor: { columns: [{ name }] } })

describe('kindOfChange', () => {
  it.each<readonly [string, object, object, string | undefined]>([
    ['columns', columns('a'), columns('b'), 'SCHEMA'],
    ['columns and location', columns('a'), { storageDescriptor: { location: 's3://b/' } }, 'SCHEMA'],
    [
      'the location',
      { storageDescriptor: { location: 's3://a/' } },
      { storageDescriptor: { location: 's3://b/' }, owner: 'x' },
      'LOCATION',
    ],
    ['partition keys', { partitionKeys: [{ name: 'a' }] }, { parameters: { a: '1' } }, 'PARTITIONS'],
    ['a parameter', { parameters: { a: '1', numRows: '1' } }, { parameters: { a: '2', numRows: '2' } }, 'PARAMETERS'],
    ['the serde', {}, { storageDescriptor: { inputFormat: 'In' } }, 'PARAMETERS'],
    ['the description', {}, { description: 'a' }, 'PARAMETERS'],
    ['nothing', { parameters: { a: '1' } }, { parameters: { a: '1' } }, 'PARAMETERS'],
    [
      'where metadata lies',
      { parameters: { metadata_location: 'a' } },
      { parameters: { metadata_location: 'b', previous_metadata_location: 'a' } },
      'DATA_COMMIT',
    ],
    [
      'statistics',
      { parameters: {} },
      { parameters: { 'spark.sql.statistics.numRows': '5', totalSize: '1' }, lastAccessTime: 5 },
      'DATA_COMMIT',
    ],
    ['a time', { lastAccessTime: 4 }, { lastAccessTime: 5 }, 'DATA_COMMIT'],
    ['what is hidden', { parameters: { a: '1' } }, { parameters: '****' }, undefined],
    [
      'statistics, while columns are hidden',
      { parameters: { numRows: '1' } },
      { parameters: { numRows: '2' }, storageDescriptor: '****' },
      undefined,
    ],
    ['columns, while parameters are hidden', columns('a'), { ...columns('b'), parameters: '****' }, 'SCHEMA'],
  ])('of %s', (_, before, after, expected) => {
    expect(kind(before, after)).toBe(expected)
  })

  it('goes by what an open-table-format input asks for', () => {
    const none = tableChangeOf({ tableInput: {} }, { tableInput: {} }) as TableChange
    const asked = (...openTableFormat: ReadonlyArray<string>) => kindOfChange({ ...none, openTableFormat })
    expect(asked('set-properties', 'add-schema')).toBe('SCHEMA')
    expect(asked('set-location', 'add-spec')).toBe('LOCATION')
    expect(asked('set-default-spec')).toBe('PARTITIONS')
    expect(asked('add-sort-order')).toBe('PARAMETERS')
    expect(asked('constructor')).toBe('PARAMETERS')
    expect(kindOfActions([])).toBeUndefined()
  })
})
