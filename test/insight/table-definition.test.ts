import { describe, expect, it } from 'vitest'
import { definitionOf, type TableDefinition } from '../../src/insight/table-definition.js'

/** The definition in plain form, without the marks of types and of the rest. */
const read = (request: unknown, before?: TableDefinition): unknown => {
  const definition = definitionOf(request, before)
  if (typeof definition === 'string') return definition
  const columns = (list: TableDefinition['columns']) =>
    list?.map(({ name, type, id }) => [name, type, id].filter((x) => x !== undefined).join(':'))
  return {
    columns: columns(definition.columns),
    partitionKeys: columns(definition.partitionKeys),
    location: definition.location,
    parameters: definition.parameters && Object.fromEntries(definition.parameters),
    serde: definition.serde && Object.fromEntries(definition.serde),
    other: [...definition.other.keys()],
    actions: definition.actions,
  }
}

const EMPTY = { columns: [], partitionKeys: [], location: '', parameters: {}, serde: {}, other: [], actions: [] }

describe('definitionOf', () => {
  it('reads a table input whole', () => {
    expect(
      read({
        databaseName: 'sales',
        tableInput: {
          name: 'orders',
          description: 'all orders',
          owner: null,
          retention: 0,
          tableType: 'EXTERNAL_TABLE',
          partitionKeys: [{ name: 'day', type: 'date' }, null],
          parameters: { classification: 'parquet', nothing: null },
          storageDescriptor: {
            columns: [{ name: 'id', type: 'bigint', comment: 'key' }, { name: 'note' }],
            location: 's3://lake/orders/',
            inputFormat: 'In',
            compressed: true,
            bucketColumns: [],
            serdeInfo: { serializationLibrary: 'Lib', parameters: { 'serialization.format': '1' } },
          },
        },
      }),
    ).toEqual({
      columns: ['id:bigint', 'note'],
      partitionKeys: ['day:date'],
      location: 's3://lake/orders/',
      parameters: { classification: 'parquet' },
      serde: { serializationLibrary: 'Lib', inputFormat: 'In', 'parameters.serialization.format': '1' },
      other: ['description', 'tableType', 'storageDescriptor.compressed'],
      actions: [],
    })
    expect(read({ tableInput: {} })).toEqual(EMPTY)
  })

  it('leaves out what cannot be read, and only that', () => {
    const tableInput = {
      partitionKeys: 'text',
      parameters: { a: 1 },
      storageDescriptor: { columns: [{ name: 5 }], location: '****', serdeInfo: 'text' },
    }
    const nothing = { columns: undefined, partitionKeys: undefined, location: undefined, parameters: undefined, serde: undefined }
    expect(read({ tableInput })).toEqual({ ...EMPTY, ...nothing })
    expect(read({ tableInput: { storageDescriptor: 'HIDDEN_DUE_TO_SECURITY_REASONS' } })).toEqual({
      ...EMPTY,
      columns: undefined,
      location: undefined,
      serde: undefined,
    })
  })

  it('leaves out columns of former Iceberg schemas', () => {
    const column = (name: string, id: string, current: string) => ({
      name,
      parameters: { 'iceberg.field.id': id, 'iceberg.field.current': current },
    })
    expect(read({ tableInput: { storageDescriptor: { columns: [column('a', '1', 'true'), column('b', '2', 'false')] } } })).toMatchObject({
      columns: ['a:1'],
    })
  })

  it('says why it is missing', () => {
    expect(read({ reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' })).toBe('OMITTED')
    expect(read('****')).toBe('REDACTED')
    expect(read({ tableInput: '****' })).toBe('REDACTED')
    expect(read({ tableInput: 'text' })).toBe('NONCONFORMING')
    expect(read({ tableInput: {}, openTableFormatInput: [] })).toBe('NONCONFORMING')
    expect(read('text')).toBe('NONCONFORMING')
    expect(read(null)).toBe('NOT_LOGGED')
    expect(read({ databaseName: 'sales', name: 'orders' })).toBe('NOT_LOGGED')
  })

  it('reads the creation of an Iceberg table', () => {
    const createIcebergTableInput = {
      location: 's3://lake/orders/',
      schema: {
        fields: [
          { id: 1, name: 'id', type: 'long' },
          { id: 2, name: 'tags', type: { type: 'list' } },
        ],
      },
      partitionSpec: { fields: [{ sourceId: 1, name: 'id_bucket', transform: 'bucket[16]' }] },
      properties: { owner: 'etl' },
    }
    const whole = { ...EMPTY, columns: ['id:long:1', 'tags:2'], partitionKeys: ['id_bucket:bucket[16]'], location: 's3://lake/orders/' }
    expect(read({ openTableFormatInput: { icebergInput: { metadataOperation: 'CREATE', createIcebergTableInput } } })).toEqual({
      ...whole,
      parameters: { owner: 'etl' },
      serde: undefined,
      actions: ['CREATE'],
    })
    expect(read({ tableInput: {}, openTableFormatInput: { icebergInput: { version: '2' } } })).toEqual({ ...EMPTY, actions: ['CREATE'] })
  })

  it('applies Iceberg updates to what was known', () => {
    const before = definitionOf({ tableInput: { parameters: { a: '1', b: '2' }, storageDescriptor: { location: 's3://old/' } } })
    const updates = [
      { action: 'add-schema', schema: { fields: [{ id: 1, name: 'id', type: 'long' }] }, location: '' },
      { action: 'set-location', location: 's3://new/' },
      { action: 'set-properties', properties: { b: '3', c: '4' } },
      { action: 'remove-properties', properties: { a: '' } },
      {},
      'text',
    ]
    const request = { updateOpenTableFormatInput: { updateIcebergInput: { updateIcebergTableInput: { updates } } } }
    const actions = ['add-schema', 'set-location', 'set-properties', 'remove-properties', 'update', 'update']
    const changed = { columns: ['id:long:1'], location: 's3://new/', actions }
    expect(read(request, before as TableDefinition)).toEqual({ ...EMPTY, ...changed, parameters: { b: '3', c: '4' } })
    expect(read(request)).toEqual({ ...EMPTY, ...changed, partitionKeys: undefined, parameters: undefined, serde: undefined })
  })

  it.each(['****', 5])('knows nothing of a table where what holds a part is %j', (holder) => {
    const why = holder === 5 ? 'NONCONFORMING' : 'REDACTED'
    const create = (icebergInput: unknown): unknown => ({ openTableFormatInput: { icebergInput } })
    const update = (updateIcebergInput: unknown): unknown => ({ updateOpenTableFormatInput: { updateIcebergInput } })
    const before = definitionOf({ tableInput: { parameters: { a: '1' } } }) as TableDefinition
    for (const request of [
      create(holder),
      create({ createIcebergTableInput: holder }),
      update(holder),
      update({ updateIcebergTableInput: holder }),
      update({ updateIcebergTableInput: { updates: holder } }),
    ])
      expect(definitionOf(request, before)).toBe(why)
  })

  it('does not know what an update replaces by what cannot be read', () => {
    const before = definitionOf({ tableInput: { parameters: { a: '1' }, storageDescriptor: { columns: [{ name: 'a' }] } } })
    const updated = (update: object): unknown =>
      read(
        { updateOpenTableFormatInput: { updateIcebergInput: { updateIcebergTableInput: { updates: [update] } } } },
        before as TableDefinition,
      )
    const known = updated({})
    for (const schema of ['****', [], {}, { fields: '****' }])
      expect(updated({ schema })).toEqual({ ...(known as object), columns: undefined })
    for (const partitionSpec of ['****', {}]) expect(updated({ partitionSpec })).toEqual({ ...(known as object), partitionKeys: undefined })
    expect(updated({ properties: '****' })).toEqual({ ...(known as object), parameters: undefined })
  })

  it('takes nothing from an earlier definition into a creation', () => {
    const before = definitionOf({ tableInput: { owner: 'etl', parameters: { a: '1' } } }) as TableDefinition
    const icebergInput = { createIcebergTableInput: { location: 's3://lake/', properties: { b: '2' } } }
    const { parameters, other, columns } = definitionOf({ openTableFormatInput: { icebergInput } }, before) as TableDefinition
    expect([...(parameters ?? [])]).toEqual([['b', '2']])
    expect([other.size, columns]).toEqual([0, undefined])
  })
})
