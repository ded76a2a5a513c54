import { AccountId, DeleteTableEvent, DeleteTableRequestParameters } from 'glue-trail'
import { type JsonSchema, type JsonSchemaOptions, jsonSchemaOf, jsonSchemasOf } from 'glue-trail/schema'
import { Table } from 'glue-trail/shapes'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { ajvOf, disagreements, TARGETS } from '../support/json-schema.js'

/** The schema of a codec that has one, without `$schema`. */
function schemaOf(codec: Parameters<typeof jsonSchemaOf>[0], options?: JsonSchemaOptions): JsonSchema {
  const schema = jsonSchemaOf(codec, options)
  if (schema._tag === 'Left') throw new Error(JSON.stringify(schema.left))
  const { $schema: _, ...rest } = schema.right
  return rest
}

const issuesOf = (codec: t.Mixed, options?: JsonSchemaOptions): unknown => {
  const schema = jsonSchemaOf(codec, options)
  return schema._tag === 'Left' ? schema.left : schema
}

describe('the schema of an API', () => {
  it('is that of its event, with the structures it contains as definitions', () => {
    const { title, required, properties, $defs } = schemaOf('DeleteTable')
    expect(title).toBe('DeleteTableEvent')
    expect(required).toEqual(['eventTime', 'awsRegion', 'eventSource', 'eventName'])
    expect(Object(properties)).toMatchObject({
      eventName: { const: 'DeleteTable' },
      eventTime: { type: 'string' },
      readOnly: { type: ['boolean', 'null'] },
      sessionCredentialFromConsole: { anyOf: [{ type: 'boolean' }, { type: 'string' }, { type: 'null' }] },
      annotation: true,
      requestParameters: { anyOf: [{ $ref: '#/$defs/DeleteTableRequestParameters' }, { type: 'null' }] },
    })
    expect(Object($defs).DeleteTableRequestParameters).toEqual({
      type: 'object',
      properties: Object.fromEntries(Object.keys(DeleteTableRequestParameters.props).map((name) => [name, { type: ['string', 'null'] }])),
    })
  })

  it('allows redaction markers where a sensitive member is not a string', () => {
    expect(Object(Object(schemaOf('StartJobRun').$defs).StartJobRunRequestParameters).properties.arguments).toEqual({
      anyOf: [
        { type: 'object', additionalProperties: { type: ['string', 'null'] } },
        { $ref: '#/$defs/RedactionMarker' },
        { type: 'null' },
      ],
    })
  })

  it('has an address where one is given, and the dialect of its target', () => {
    const id = 'https://example.com/delete-table.json'
    expect(jsonSchemaOf('DeleteTable', { id })).toMatchObject({
      right: { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: id },
    })
    expect(jsonSchemaOf('DeleteTable', { id, target: 'draft-07' })).toMatchObject({
      right: { $schema: 'http://json-schema.org/draft-07/schema#', $id: id, definitions: {} },
    })
    expect(Object.keys(schemaOf('DeleteTable', { id, target: 'openapi-3.1' }))).toEqual(['$ref', 'components'])
  })

  it('is an issue for a name that no modelled API has', () => {
    expect(jsonSchemaOf('NoSuchApi' as 'DeleteTable')).toEqual({
      _tag: 'Left',
      left: [{ code: 'UNKNOWN_API', path: '', codec: 'NoSuchApi' }],
    })
    expect(() => jsonSchemasOf(['NoSuchApi' as 'DeleteTable'])).toThrow(
      new TypeError('jsonSchemasOf: expected the name of a modelled Glue API, received "NoSuchApi"'),
    )
  })

  it('is the same each time', () => {
    expect(JSON.stringify(jsonSchemaOf('UpdateTable'))).toBe(JSON.stringify(jsonSchemaOf('UpdateTable')))
  })
})

describe('descriptions', () => {
  it('are those of the function, with a mark on sensitive members', () => {
    const describe = (structure: string, member?: string): object | undefined =>
      structure === 'StartJobRunRequestParameters' && (member === undefined || member === 'workerType')
        ? { description: `about ${member ?? 'all'}`, values: ['G.1X'], deprecated: true }
        : undefined
    const schema = Object(Object(schemaOf('StartJobRun', { describe }).$defs).StartJobRunRequestParameters)
    expect(schema.description).toBe('about all')
    expect(schema.properties.workerType).toEqual({
      type: ['string', 'null'],
      examples: ['G.1X'],
      description: 'about workerType',
      deprecated: true,
    })
    expect(schema.properties.arguments).toHaveProperty('x-glue-trail-sensitive', true)
    expect(JSON.stringify(schemaOf('StartJobRun', { describe, target: 'openapi-3.0' }))).toContain('"x-glue-trail-values":["G.1X"]')
  })

  it('of a base apply to those that have its members', () => {
    const describe = (structure: string, member?: string): object | undefined =>
      structure === 'RecordFields' && member === 'eventTime' ? { description: 'when' } : undefined
    expect(Object(schemaOf('DeleteTable', { describe }).properties).eventTime).toEqual({ type: 'string', description: 'when' })
  })
})

describe('references', () => {
  it('are left out on request', () => {
    const schema = schemaOf('DeleteTable', { refs: 'inline' })
    expect(JSON.stringify(schema)).not.toContain('$ref')
    expect(ajvOf('draft-2020-12').compile(schema)({ eventName: 'DeleteTable' })).toBe(false)
  })

  it('are needed where a structure contains itself', () => {
    expect(issuesOf(Table, { refs: 'inline' })).toContainEqual({
      code: 'RECURSIVE',
      path: 'status.details.requestedChange',
      codec: 'Table',
    })
    expect(schemaOf(Table)).toHaveProperty('$ref', '#/$defs/Table')
  })
})

interface Category {
  readonly name: string
  readonly parts: ReadonlyArray<Category>
}

const Category: t.Type<Category> = t.recursion('Category', () => t.type({ name: t.string, parts: t.readonlyArray(Category) }))

describe('codecs of a caller', () => {
  const Own = t.type({
    id: t.Int,
    kind: t.keyof({ a: null, b: null }),
    state: t.union([t.literal('on'), t.literal(1), t.literal(true)]),
    note: t.union([t.string, t.null, t.undefined]),
    pair: t.tuple([t.string, t.union([t.number, t.undefined])]),
    any: t.unknown,
    map: t.record(t.string, t.readonly(t.array(t.boolean))),
    keyed: t.record(t.union([t.literal('x'), t.keyof({ y: null })]), t.number),
    nothing: t.union([t.null, t.undefined]),
    list: t.UnknownArray,
    object: t.UnknownRecord,
    owner: AccountId,
    category: Category,
  })
  const Whole = t.intersection([
    t.exact(Own),
    t.partial({ detail: DeleteTableEvent, request: DeleteTableRequestParameters }),
    t.strict({ extra: t.any }),
  ])
  const detail = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
  const value = {
    id: 1,
    kind: 'a',
    state: 'on',
    note: 'text',
    pair: ['a', 1],
    any: {},
    map: { a: [true] },
    keyed: { x: 1, y: 2 },
    nothing: null,
    list: [1],
    object: { a: 1 },
    owner: '123456789012',
    category: { name: 'a', parts: [{ name: 'b', parts: [] }] },
    detail,
    request: { name: 'ledger' },
    extra: 1,
  }
  /** The value with each member missing, and of every type in turn. */
  const values = [
    value,
    ...Object.keys(value).flatMap((key) => [
      Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
      ...[null, 'a', 'text', 1, 1.5, true, {}, [], ['a'], ['a', null], ['a', 1, 2], [1], { x: 1 }, { a: [1] }, { name: 5 }].map(
        (other) => ({
          ...value,
          [key]: other,
        }),
      ),
    ]),
    { ...value, category: { name: 'a', parts: [{ name: 5, parts: [] }] } },
    { ...value, detail: { ...detail, eventTime: null } },
  ]

  it.each(TARGETS)('agree with their schemas in %s', (target) => {
    const never = t.never as unknown as t.Mixed
    const parts = [
      t.record(t.string, t.any),
      t.object,
      never,
      t.undefined,
      t.union([t.undefined, t.void]),
      t.null,
      t.tuple([t.null]),
      t.any,
    ]
    const codecs: ReadonlyArray<t.Mixed> = [Whole, Own, Category, t.partial(Own.props), t.type(DeleteTableEvent.props), ...parts]
    // Lists longer than a tuple are cut to it by the codec, which OpenAPI 3.0, without tuples, cannot express item by
    // item.
    const cases =
      target === 'openapi-3.0' ? values.filter(({ pair }) => !Array.isArray(pair) || (pair[0] === 'a' && pair[1] !== null)) : values
    const wrong = disagreements(target, codecs, [...cases, detail, value.category])
    expect(wrong.filter((content) => !(target === 'openapi-3.0' && /^\[|"pair":\[/.test(content)))).toEqual([])
  })

  it('have definitions where they have names, each its own', () => {
    const First = t.type({ a: t.string }, 'Point')
    const Second = t.type({ b: t.string }, 'Point')
    expect(schemaOf(t.union([First, Second, t.array(First)]))).toEqual({
      anyOf: [{ $ref: '#/$defs/Point' }, { $ref: '#/$defs/Point2' }, { type: 'array', items: { $ref: '#/$defs/Point' } }],
      $defs: {
        Point: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        Point2: { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] },
      },
    })
  })

  it('keep member names that look like something else', () => {
    const Odd = t.type(JSON.parse('{"__proto__": 0, "a/b~c%": 0}', (key, member) => (key === '' ? member : t.string)) as t.AnyProps)
    const schema = schemaOf(Odd)
    expect(Object.keys(Object(schema.properties))).toEqual(['__proto__', 'a/b~c%'])
    expect(JSON.stringify(schema)).toContain('"__proto__":{"type":"string"}')
  })
})

describe('codecs without a schema', () => {
  const Even = t.refinement(t.number, (n) => n % 2 === 0, 'Even')
  const FromString = new t.Type<number, string>('FromString', t.number.is, (u) => t.success(Number(u)), String)

  it('are issues with their places, and never an empty schema', () => {
    expect(issuesOf(t.type({ a: t.array(Even), b: t.record(t.string, FromString), c: t.tuple([t.bigint]) }))).toEqual([
      { code: 'REFINED', path: 'a[]', codec: 'Even' },
      { code: 'UNKNOWN_CODEC', path: 'b{}', codec: 'FromString' },
      { code: 'UNKNOWN_CODEC', path: 'c[0]', codec: 'bigint' },
    ])
    expect(issuesOf(t.record(Even as unknown as t.Type<string>, t.string))).toMatchObject([{ code: 'UNKNOWN_CODEC', path: '' }])
  })

  it('take the schema they are given', () => {
    const schemas = new Map<t.Mixed, JsonSchema>([[Even, { type: 'number', multipleOf: 2 }]])
    expect(schemaOf(t.array(Even), { schemas })).toEqual({ type: 'array', items: { type: 'number', multipleOf: 2 } })
  })

  it('are those that never end', () => {
    let deep: t.Mixed = t.string
    for (let i = 0; i < 600; i++) deep = t.array(deep, 'deep')
    expect(issuesOf(deep)).toEqual([{ code: 'TOO_LARGE', path: '[]'.repeat(501), codec: 'deep' }])
    let wide: t.Mixed = t.string
    for (let i = 0; i < 20; i++) wide = t.tuple([wide, wide], 'wide')
    expect(issuesOf(wide)).toMatchObject([{ code: 'TOO_LARGE', codec: 'wide' }])
  })
})

describe('the schema of many APIs', () => {
  it('accepts an event of any of them', () => {
    const document = jsonSchemasOf(['StartCrawler', 'StopCrawler'])
    const validate = ajvOf('draft-2020-12').compile(document)
    const event = { eventSource: 'glue.amazonaws.com', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
    expect(validate({ ...event, eventName: 'StopCrawler' })).toBe(true)
    expect(validate({ ...event, eventName: 'GetCrawler' })).toBe(false)
  })
})
