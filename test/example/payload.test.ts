import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/codec/structure.js'
import { chance } from '../../src/example/chance.js'
import type { Codec, Members } from '../../src/example/echo.js'
import type { Making } from '../../src/example/leaf.js'
import { isoOf } from '../../src/example/moment.js'
import { requestOf, responseOf } from '../../src/example/payload.js'
import { platformOf } from '../../src/example/platform.js'
import { eventNamed } from '../support/codecs.js'

const MARK = 'HIDDEN_FOR_SECURITY_REASONS'

const making = (seed: number): Making => ({
  words: platformOf(1).words,
  draw: chance(seed),
  now: Date.UTC(2025, 4, 14, 6, 10),
  form: isoOf,
  marker: MARK,
})

function codecs(api: string): { readonly request: Codec; readonly response: Codec } {
  const [request, response] = ['requestParameters', 'responseElements'].map((member) => {
    const shape = eventNamed(api).fields.find(({ name }) => name === member)?.shape
    if (shape?.kind !== 'structure') throw new TypeError('no payload')
    return shape.codec
  }) as [Codec, Codec]
  return { request, response }
}

function requests(api: string): ReadonlyArray<Members | null> {
  return Array.from({ length: 60 }, (_, seed) => requestOf(codecs(api).request, making(seed)))
}

describe('requestOf', () => {
  it('is null where nothing is asked', () => {
    expect(requests('GetGlueIdentityCenterConfiguration')).toEqual(Array(60).fill(null))
    expect(requests('GetDatabases')).toContain(null)
    expect(requests('GetDatabases').some((request) => request !== null)).toBe(true)
  })

  it('speaks of one table in all its parts', () => {
    const { words } = platformOf(1)
    const [database] = words.database ?? []
    const [table] = words.table ?? []
    for (const request of requests('CreateTable')) {
      expect(request).toMatchObject({
        databaseName: database,
        tableInput: {
          name: table,
          storageDescriptor: {
            location: `s3://${words.bucket}/${database}/${table}/`,
            columns: words.column?.map((name, i) => ({ name, type: words.columnType?.[i] })),
          },
          partitionKeys: [{ name: 'dt', type: 'string' }],
          parameters: { classification: words.format?.[0] },
        },
      })
    }
  })

  it('gives each partition its own place', () => {
    const { words } = platformOf(1)
    for (const request of requests('BatchCreatePartition')) {
      const list = request?.partitionInputList as ReadonlyArray<{ values: [string]; storageDescriptor: { location: string } }>
      expect(new Set(list.map(({ values }) => values[0])).size).toBe(list.length)
      for (const { values, storageDescriptor } of list) {
        expect(storageDescriptor.location).toBe(`s3://${words.bucket}/${words.database?.[0]}/${words.table?.[0]}/dt=${values[0]}/`)
      }
    }
  })

  it('hides what is sensitive', () => {
    for (const request of requests('CreateConnection')) expect(request).toMatchObject({ connectionInput: { connectionProperties: MARK } })
    for (const request of requests('StartJobRun')) expect(request).toMatchObject({ arguments: MARK })
  })

  it('names no item of a list twice', () => {
    for (const request of requests('BatchDeleteTable')) {
      const tables = request?.tablesToDelete as ReadonlyArray<string>
      expect(new Set(tables).size).toBe(tables.length)
    }
  })
})

describe('responseOf', () => {
  it('says again what the request says, and no more of that', () => {
    const { request: requestCodec, response } = codecs('CreateDevEndpoint')
    for (let seed = 0; seed < 60; seed++) {
      const request = requestOf(requestCodec, making(seed)) ?? {}
      const answer = responseOf(response, requestCodec, request, making(seed))
      for (const name of fieldsOf(requestCodec).map((field) => field.name)) {
        if (Object.hasOwn(answer, name)) expect(answer[name]).toEqual(request[name])
      }
      expect(answer).toMatchObject({ endpointName: request.endpointName, status: 'PROVISIONING', createdTimestamp: '2025-05-14T06:10:00Z' })
    }
  })

  it('contains no errors', () => {
    const { request: requestCodec, response } = codecs('BatchDeleteConnection')
    const request = { connectionNameList: ['a', 'b'] }
    expect(responseOf(response, requestCodec, request, making(1))).toEqual({ succeeded: ['a', 'b'], errors: {} })
  })
})
