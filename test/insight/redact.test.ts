import { redact } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'

const MARK = 'HIDDEN_DUE_TO_SECURITY_REASONS'

const requestOf = (record: object, options?: { keepUnknown?: boolean }): unknown =>
  (redact(record, options) as { readonly requestParameters?: unknown }).requestParameters

const create = (requestParameters: unknown): object => ({ ...glueCall, eventName: 'CreateTable', requestParameters })

describe('redact', () => {
  it('hides sensitive places whole, and leaves what the model knows as harmless', () => {
    expect(redact(glueCall)).toEqual({ ...glueCall, requestParameters: { jobName: 'nightly', arguments: MARK, maxCapacity: 2 } })
    expect(requestOf({ ...glueCall, requestParameters: { arguments: '****' } })).toEqual({ arguments: '****' })
    expect(requestOf({ ...glueCall, requestParameters: { arguments: null } })).toEqual({ arguments: null })
  })

  it('hides every leaf the model does not know, and keeps names and nesting', () => {
    const other = {
      ...otherServiceCall,
      requestParameters: { bucketName: 'b', list: [1, { on: true, off: null }] },
      responseElements: null,
      additionalEventData: 'text',
    }
    expect(redact(other)).toEqual({
      ...other,
      requestParameters: { bucketName: MARK, list: [MARK, { on: MARK, off: null }] },
      additionalEventData: MARK,
    })
    expect(redact({ ...glueCall, addedLater: [1], requestParameters: { jobName: 'nightly', addedLater: { a: 's' } } })).toEqual({
      ...glueCall,
      addedLater: [MARK],
      requestParameters: { jobName: 'nightly', addedLater: { a: MARK } },
    })
  })

  it('keeps them when asked, but for what a rule finds', () => {
    const other = {
      ...otherServiceCall,
      errorMessage: 'NO',
      requestParameters: { bucketName: 'b', 'a b': 1, pwd: 'x', url: 'https://a:b@c' },
    }
    expect(redact(other, { keepUnknown: true })).toEqual({
      ...other,
      requestParameters: { bucketName: 'b', 'a b': 1, pwd: MARK, url: MARK },
    })
  })

  it('hides the message of an error', () => {
    expect(redact({ ...glueCall, errorCode: 'InvalidInput', errorMessage: 'bad: x' })).toMatchObject({
      errorCode: 'InvalidInput',
      errorMessage: MARK,
    })
    expect(redact({ ...insight, errorMessage: 'x' })).toEqual({ ...insight, errorMessage: MARK })
    expect(redact(aggregated)).toEqual(aggregated)
  })

  it('hides what a rule finds in places that are known as harmless', () => {
    expect(
      requestOf(create({ databaseName: 'sales', tableInput: { description: 'password=x', parameters: { token: 'x', k: 'v' } } })),
    ).toEqual({
      databaseName: 'sales',
      tableInput: { description: MARK, parameters: { token: MARK, k: 'v' } },
    })
  })

  it('hides a default value by the name of the member that holds it', () => {
    const properties = { password: { defaultValue: 'hunter2' }, username: { defaultValue: 'ann' } }
    const record = {
      ...glueCall,
      eventName: 'RegisterConnectionType',
      requestParameters: { connectorAuthenticationConfiguration: { basicAuthenticationProperties: properties } },
    }
    expect(redact(record).requestParameters).toEqual({
      connectorAuthenticationConfiguration: {
        basicAuthenticationProperties: { password: { defaultValue: MARK }, username: { defaultValue: 'ann' } },
      },
    })
  })

  it('hides keys that are secrets, and names that do not look like names, and merges none', () => {
    const a = 'https://a:b@c'
    const b = 'https://a:c@c'
    expect(requestOf(create({ tableInput: { parameters: { [a]: '1', [b]: '2', [MARK]: '3', 'a b': '4' } } }))).toEqual({
      tableInput: { parameters: { [`${MARK}_1`]: '1', [`${MARK}_2`]: '2', [MARK]: '3', 'a b': '4' } },
    })
    expect(requestOf(create({ addedLater: { 'a b': 1, 'sk/live': 2, ok_1: 3, '': 4, ['x'.repeat(65)]: 5 } }))).toEqual({
      addedLater: { [MARK]: MARK, [`${MARK}_1`]: MARK, ok_1: MARK, [`${MARK}_2`]: MARK, [`${MARK}_3`]: MARK },
    })
  })

  it('hides values of another type than the model says', () => {
    expect(requestOf(create({ databaseName: { secret: 'x' }, tableInput: 'text', partitionIndexes: { a: 1 } }))).toEqual({
      databaseName: { secret: MARK },
      tableInput: MARK,
      partitionIndexes: { a: MARK },
    })
    expect(redact({ ...glueCall, managementEvent: 'YES', awsRegion: 5 })).toMatchObject({ managementEvent: MARK, awsRegion: 5 })
  })

  it('keeps the note of an omitted payload, and only that', () => {
    const note = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
    expect(requestOf(create(note))).toEqual(note)
    expect(requestOf(create({ ...note, omitted: true, originalSize: 149893 }))).toEqual({ ...note, omitted: true, originalSize: 149893 })
    expect(requestOf(create({ reason: 'secret too large', omitted: 'true', originalSize: 'secret', more: 'secret' }))).toEqual({
      reason: MARK,
      omitted: 'true',
      originalSize: MARK,
      more: MARK,
    })
    expect(requestOf(create({ tableInput: note }))).toEqual({ tableInput: { reason: MARK, omitted: MARK, originalSize: MARK } })
  })

  it('keeps names that objects inherit as data, and pollutes nothing', () => {
    const content = `{"eventSource":"glue.amazonaws.com","eventName":"TagResource","eventTime":"t","awsRegion":"r",
      "requestParameters":{"tagsToAdd":{"__proto__":"a","constructor":"b"},"__proto__":{"polluted":true}}}`
    const copy = redact(JSON.parse(content)) as { readonly requestParameters: object }
    expect(JSON.stringify(copy.requestParameters)).toBe(
      `{"tagsToAdd":{"__proto__":"a","constructor":"b"},"${MARK}":{"polluted":"${MARK}"}}`,
    )
    expect(Object.getPrototypeOf(copy.requestParameters)).toBe(Object.prototype)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('redacts all of a value that is not a record, and what is nested too deep', () => {
    expect(redact({ Records: [{ a: 1 }] })).toEqual({ Records: [{ a: MARK }] })
    expect(redact('text')).toBe(MARK)
    expect(redact(null)).toBe(null)
    const deep = JSON.parse(`${'['.repeat(100_000)}"secret"${']'.repeat(100_000)}`) as unknown
    const json = JSON.stringify(redact({ ...otherServiceCall, requestParameters: deep }))
    expect(json).toContain(`[["${MARK}"]]`)
    expect(json).not.toContain('secret')
  })

  it('ends each list and each object with a mark after 100,000 values', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => (i < 3 ? [] : 'secret'))
    const record = { ...otherServiceCall, requestParameters: { many, more: { a: 1, deeper: { b: 2, [MARK]: 3 } } } }
    const copy = redact(record) as unknown as typeof record
    expect(copy.requestParameters.many.slice(0, 4)).toEqual([[], [], [], MARK])
    expect(copy.requestParameters.many.at(-1)).toBe(MARK)
    expect(copy.requestParameters.many.length).toBeLessThan(100_000)
    expect(copy.requestParameters.more).toEqual({ a: MARK, deeper: { [MARK]: MARK } })
    expect(redact(copy)).toEqual(copy)
    expect(redact({ Records: [many, { a: many }] }).Records).toHaveLength(2)
  })

  it('copies all members of each object, and fewer objects', () => {
    const columns = Array.from({ length: 100_000 }, (_, i) => ({ name: `c${i}`, type: 'int' }))
    const copy = redact({ ...glueCall, eventName: 'UpdateTable', requestParameters: { tableInput: { storageDescriptor: { columns } } } })
    const copied: ReadonlyArray<unknown> = copy.requestParameters.tableInput.storageDescriptor.columns
    expect(copied.slice(0, -2)).toEqual(columns.slice(0, copied.length - 2))
    expect(copied.length).toBeGreaterThan(33_000)
    expect(copied.at(-1)).toBe(MARK)
    expect(redact(copy)).toEqual(copy)
  })

  it('leaves the record itself as it is', () => {
    const record = { ...glueCall, addedLater: { a: [1] } }
    const before = structuredClone(record)
    redact(record)
    expect(record).toEqual(before)
  })
})
