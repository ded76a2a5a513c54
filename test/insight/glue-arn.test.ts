import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf, type GlueArnParts, glueArnOf, readGlueArn } from '../../src/insight/glue-arn.js'

const HOME = { partition: 'aws', region: 'us-east-1', account: '123456789012' }
const parts = (type: string, within: ReadonlyArray<string>, name: string | undefined, catalog = ''): GlueArnParts => ({
  ...HOME,
  type,
  within,
  name,
  catalog,
})
const AT = 'arn:aws:glue:us-east-1:123456789012:'

const BOTH: ReadonlyArray<readonly [string, GlueArnParts]> = [
  ['catalog', parts('catalog', [], undefined)],
  ['catalog/s3tablescatalog/bucket', parts('catalog', [], 's3tablescatalog/bucket')],
  ['database/sales', parts('database', [], 'sales')],
  ['database/s3tablescatalog/bucket/sales', parts('database', [], 'sales', 's3tablescatalog/bucket')],
  ['table/sales/orders', parts('table', ['sales'], 'orders')],
  ['table/s3tablescatalog/bucket/sales/orders', parts('table', ['sales'], 'orders', 's3tablescatalog/bucket')],
  ['tableVersion/sales/orders/7', parts('tableVersion', ['sales', 'orders'], '7')],
  ['userDefinedFunction/sales/f', parts('userDefinedFunction', ['sales'], 'f')],
  ['connection/a/b', parts('connection', [], 'a/b')],
  ['connectionType:SNOWFLAKE', parts('connectionType', [], 'SNOWFLAKE')],
  ['integration:03cabe77', parts('integration', [], '03cabe77')],
  ['job/a/b.c:d e', parts('job', [], 'a/b.c:d e')],
  ['schema/registry/orders', parts('schema', ['registry'], 'orders')],
  ['schema/registry/or/ders', parts('schema', ['registry'], 'or/ders')],
  ['devEndpoint/x', parts('devEndpoint', [], 'x')],
]

describe('Glue ARNs', () => {
  it.each(BOTH)('%s', (resource, p) => {
    expect(glueArnOf(p)).toBe(AT + resource)
    expect(readGlueArn(AT + resource)).toEqual(p)
  })

  it('are not made where they would be read as others', () => {
    expect(glueArnOf(parts('table', ['sa/les'], 'orders'))).toBeUndefined()
    expect(glueArnOf(parts('table', ['sales'], 'or/ders'))).toBeUndefined()
    expect(glueArnOf(parts('database', [], 'sa/les'))).toBeUndefined()
    expect(glueArnOf(parts('schema', ['reg/istry'], 'orders'))).toBeUndefined()
  })

  it('are not made of parts that do not make one', () => {
    expect(glueArnOf(parts('table', [], 'orders'))).toBeUndefined()
    expect(glueArnOf(parts('table', ['sales'], ''))).toBeUndefined()
    expect(glueArnOf(parts('job', [], undefined))).toBeUndefined()
    expect(glueArnOf(parts('classifier', [], 'x'))).toBeUndefined()
    expect(glueArnOf(parts('connection', [], 'x', 's3tablescatalog'))).toBeUndefined()
    expect(glueArnOf({ ...parts('job', [], 'x'), account: '12:34' })).toBeUndefined()
  })

  it('are read as far as they can be', () => {
    expect(readGlueArn(`${AT}robot/r2/d2`)).toEqual(parts('robot', [], 'r2/d2'))
    expect(readGlueArn(`${AT}table/orders`)).toEqual(parts('table', [], 'orders'))
    expect(readGlueArn(`${AT}job`)).toEqual(parts('job', [], undefined))
    expect(readGlueArn(`${AT}/x`)).toBeUndefined()
    expect(readGlueArn('arn:aws:s3:::bucket/key')).toBeUndefined()
    expect(readGlueArn('orders')).toBeUndefined()
  })

  it('parse back to their parts, whatever the names', () => {
    const name = fc.string({ minLength: 1, unit: 'binary' })
    const type = fc.constantFrom(
      'catalog',
      'database',
      'table',
      'tableVersion',
      'userDefinedFunction',
      'connection',
      'job',
      'schema',
      'integration',
    )
    const plain = name.filter((content) => !content.includes('/'))
    const any = fc.record({
      partition: fc.constantFrom('aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-eusc'),
      region: fc.constantFrom('us-east-1', 'cn-north-1', 'us-gov-west-1', 'us-iso-east-1'),
      account: fc.stringMatching(/^\d{12}$/),
      type,
      within: fc.array(fc.oneof(plain, name), { maxLength: 2 }),
      name: fc.oneof(plain, name),
      catalog: fc.oneof(
        fc.constant(''),
        fc.array(plain, { minLength: 1, maxLength: 2 }).map((path) => path.join('/')),
      ),
    })
    let made = 0
    fc.assert(
      fc.property(any, (p) => {
        const arn = glueArnOf(p)
        if (arn === undefined) return
        made++
        expect(readGlueArn(arn)).toEqual(p)
      }),
      { numRuns: 2000 },
    )
    expect(made).toBeGreaterThan(200)
  })
})

it('knows the forms of IAM, and of schemas that of the guide', () => {
  expect(formOf('table')).toEqual({ separator: '/', names: 2, inCatalog: true, ofCatalog: true })
  expect(formOf('connection')).toEqual({ separator: '/', names: 1, inCatalog: false, ofCatalog: true })
  expect(formOf('connectionType')).toEqual({ separator: ':', names: 1, inCatalog: false, ofCatalog: false })
  expect(formOf('schema')?.names).toBe(2)
  expect(formOf('classifier')).toBeUndefined()
  expect(formOf('constructor')).toBeUndefined()
})
