import { type ColumnsChange, type TableChange, tableChangeOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { glueCall, otherServiceCall } from '../support/records.js'

const NO_COLUMNS: ColumnsChange = { added: [], dropped: [], renamed: [], retyped: [], altered: [], reordered: false }

const NO_CHANGE: TableChange = {
  kind: 'CHANGE',
  columns: NO_COLUMNS,
  partitionKeys: NO_COLUMNS,
  parameters: [],
  serde: [],
  openTableFormat: [],
  other: [],
  unknown: [],
}

const table = (tableInput: object): object => ({ databaseName: 'sales', tableInput })

const withColumns = (...columns: ReadonlyArray<object>): object => table({ storageDescriptor: { columns } })

/** `name:type`, as a column. */
const column = (content: string): object => {
  const [name, type] = content.split(':')
  return { name, type }
}

/** A column as Iceberg's engines write it: `name:type:id`. */
const iceberg = (content: string): object => ({ ...column(content), parameters: { 'iceberg.field.id': content.split(':')[2] } })

const columnsOf = (before: object, after: object): Partial<ColumnsChange> => {
  const change = tableChangeOf(before, after)
  if (change.kind !== 'CHANGE') throw new Error(change.why)
  return Object.fromEntries(Object.entries(change.columns).filter(([, value]) => value === true || value.length > 0))
}

const changed = (before: string, after: string, make = column): Partial<ColumnsChange> =>
  columnsOf(withColumns(...before.split(' ').map(make)), withColumns(...after.split(' ').map(make)))

describe('Columns', () => {
  it.each([
    [undefined, []],
    ['123456789012', []],
    ['123456789012:s3tablescatalog/bucket', ['columns', 'partitionKeys']],
  ])('in another case are the same in the root catalog, and unknown in catalogs that may keep case: %s', (catalogId, unknown) => {
    const definition = (name: string): object => ({
      catalogId,
      ...table({ storageDescriptor: { columns: [column(`${name}:int`)] }, partitionKeys: [column(`${name}2:int`)] }),
    })
    expect(tableChangeOf(definition('Id'), definition('id'))).toEqual({ ...NO_CHANGE, unknown })
    expect(tableChangeOf(definition('id'), definition('id'))).toEqual(NO_CHANGE)
  })

  it.each<readonly [string, string, Partial<ColumnsChange>]>([
    ['a:int b:int', 'a:int b:int', {}],
    ['a:int', 'a:int b:string', { added: [{ name: 'b', type: 'string' }] }],
    ['a:int b:string', 'a:int', { dropped: [{ name: 'b', type: 'string' }] }],
    ['a:int', 'a:bigint', { retyped: [{ name: 'a', from: 'int', to: 'bigint' }] }],
    ['a:int b:int', 'b:int a:int', { reordered: true }],
    ['a:int b:int c:int', 'b:int c:int', { dropped: [{ name: 'a', type: 'int' }] }],
    ['a:int c:int', 'a:int b:int c:int', { added: [{ name: 'b', type: 'int' }] }],
    ['a:int', 'x:int', { added: [{ name: 'x', type: 'int' }], dropped: [{ name: 'a', type: 'int' }] }],
    ['a:int a:int', 'a:int', { dropped: [{ name: 'a', type: 'int' }] }],
  ])('%s to %s', (before, after, change) => {
    expect(changed(before, after)).toEqual(change)
  })

  it.each<readonly [string, string, Partial<ColumnsChange>]>([
    ['a:int:1 b:int:2', 'x:int:1 b:int:2', { renamed: [{ from: 'a', to: 'x' }] }],
    ['a:int:1', 'x:bigint:1', { renamed: [{ from: 'a', to: 'x' }], retyped: [{ name: 'x', from: 'int', to: 'bigint' }] }],
    [
      'a:int:1 b:int:2',
      'b:int:1 a:int:2',
      {
        renamed: [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'a' },
        ],
      },
    ],
    ['a:int:1', 'a:int:2', { added: [{ name: 'a', type: 'int' }], dropped: [{ name: 'a', type: 'int' }] }],
    ['a:int:1 b:int:2', 'b:int:2 x:int:1', { renamed: [{ from: 'a', to: 'x' }], reordered: true }],
  ])('with ids, %s to %s', (before, after, change) => {
    expect(changed(before, after, iceberg)).toEqual(change)
  })

  it('differ where a type is an object, and was a string of the same JSON', () => {
    const of = (type: unknown): object => withColumns({ name: 'a', type })
    expect(columnsOf(of('{"b":1}'), of({ b: 1 }))).toEqual({ retyped: [{ name: 'a', from: '{"b":1}' }] })
    expect(columnsOf(of({ b: 1 }), of({ b: 2 }))).toEqual({ retyped: [{ name: 'a' }] })
    expect(columnsOf(of({ b: 1, c: 2 }), of({ c: 2, b: 1 }))).toEqual({})
  })

  it('differ by comment and parameters as well', () => {
    expect(columnsOf(withColumns({ name: 'a', comment: 'x' }), withColumns({ name: 'a', comment: 'y' }))).toEqual({ altered: ['a'] })
    expect(columnsOf(withColumns({ name: 'a', comment: '' }), withColumns({ name: 'a', parameters: {} }))).toEqual({})
  })
})

describe('tableChangeOf', () => {
  it('finds no change between equal tables', () => {
    const request = table({ parameters: { a: '1' }, storageDescriptor: { columns: [column('a:int')], compressed: false } })
    expect(tableChangeOf(request, structuredClone(request))).toEqual(NO_CHANGE)
    expect(tableChangeOf(table({}), table({ storageDescriptor: { compressed: false, numberOfBuckets: 0 } }))).toEqual(NO_CHANGE)
  })

  it('compares every part', () => {
    const before = table({
      description: 'a',
      partitionKeys: [column('day:date')],
      parameters: { a: '1', b: '2' },
      storageDescriptor: { location: 's3://a/', serdeInfo: { serializationLibrary: 'A', parameters: { x: '1' } }, compressed: true },
    })
    const after = table({
      owner: 'etl',
      partitionKeys: [column('day:string')],
      parameters: { b: '3', c: '4' },
      storageDescriptor: { location: 's3://b/', serdeInfo: { serializationLibrary: 'B' }, inputFormat: 'In' },
    })
    expect(tableChangeOf(before, after)).toEqual({
      ...NO_CHANGE,
      partitionKeys: { ...NO_COLUMNS, retyped: [{ name: 'day', from: 'date', to: 'string' }] },
      location: { from: 's3://a/', to: 's3://b/' },
      parameters: [
        { name: 'a', from: '1' },
        { name: 'b', from: '2', to: '3' },
        { name: 'c', to: '4' },
      ],
      serde: [
        { name: 'inputFormat', to: 'In' },
        { name: 'parameters.x', from: '1' },
        { name: 'serializationLibrary', from: 'A', to: 'B' },
      ],
      other: ['description', 'owner', 'storageDescriptor.compressed'],
    })
    expect(tableChangeOf(table({}), before)).toMatchObject({ location: { to: 's3://a/' } })
  })

  it('says what could not be compared', () => {
    const after = table({ parameters: '****', storageDescriptor: { columns: 5, location: 's3://b/' } })
    expect(tableChangeOf(table({ parameters: { a: '1' } }), after)).toEqual({
      ...NO_CHANGE,
      location: { to: 's3://b/' },
      unknown: ['columns', 'parameters'],
    })
  })

  it('reads records and requests alike, and open-table-format input', () => {
    const create = { ...glueCall, eventName: 'CreateTable', requestParameters: withColumns(iceberg('a:bigint:1')) }
    const fields = [
      { id: 1, name: 'x', type: 'long' },
      { id: 2, name: 'b', type: 'string' },
    ]
    const updates = [{ action: 'add-schema', schema: { fields } }]
    const update = {
      ...glueCall,
      eventName: 'UpdateTable',
      requestParameters: { updateOpenTableFormatInput: { updateIcebergInput: { updateIcebergTableInput: { updates } } } },
    }
    expect(tableChangeOf(create, update)).toEqual({
      ...NO_CHANGE,
      columns: { ...NO_COLUMNS, added: [{ name: 'b', type: 'string' }], renamed: [{ from: 'a', to: 'x' }] },
      openTableFormat: ['add-schema'],
      unknown: ['types'],
    })
    expect(tableChangeOf(create.requestParameters, update.requestParameters)).toEqual(tableChangeOf(create, update))
  })

  it('says why it cannot tell', () => {
    const good = table({})
    const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
    expect(tableChangeOf(omitted, good)).toEqual({ kind: 'UNKNOWN', side: 'BEFORE', why: 'OMITTED' })
    expect(tableChangeOf(good, omitted)).toEqual({ kind: 'UNKNOWN', side: 'AFTER', why: 'OMITTED' })
    expect(tableChangeOf(good, { tableInput: '****' })).toEqual({ kind: 'UNKNOWN', side: 'AFTER', why: 'REDACTED' })
    expect(tableChangeOf(good, { tableInput: [] })).toEqual({ kind: 'UNKNOWN', side: 'AFTER', why: 'NONCONFORMING' })
    expect(tableChangeOf(good, { ...glueCall, eventName: 'UpdateTable', requestParameters: null })).toMatchObject({ why: 'NOT_LOGGED' })
    for (const u of [glueCall, otherServiceCall]) {
      expect(tableChangeOf(u, good)).toEqual({ kind: 'UNKNOWN', side: 'BEFORE', why: 'NOT_A_TABLE' })
    }
    for (const u of [null, 'text', 5, [], {}]) expect(tableChangeOf(good, u).kind).toBe('UNKNOWN')
  })

  it('keeps names that objects inherit as data', () => {
    const before = JSON.parse('{"tableInput": {"parameters": {"__proto__": "a", "constructor": "b"}}}') as object
    expect(tableChangeOf(before, table({}))).toEqual({
      ...NO_CHANGE,
      parameters: [
        { name: '__proto__', from: 'a' },
        { name: 'constructor', from: 'b' },
      ],
    })
  })
})
