import { GLUE_APIS } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { placesAt, resourceRowsOf, valueFor } from '../../src/insight/resource-row.js'

describe('rows', () => {
  it('are there for every API, or are said not to be', () => {
    const kinds = GLUE_APIS.map((name) => resourceRowsOf(name))
    expect(kinds.filter((rows) => rows === undefined)).toEqual([])
    expect(kinds.filter((rows) => rows === 'none')).toHaveLength(43)
    expect(kinds.filter((rows) => rows === 'unnamed')).toHaveLength(15)
    expect(resourceRowsOf('GetObjects')).toBeUndefined()
    expect(resourceRowsOf('constructor')).toBeUndefined()
  })

  it('are read from their packed form', () => {
    expect(resourceRowsOf('DeleteCrawler')).toEqual([
      { type: 'crawler', paths: [['requestParameters', 'name']], within: [], identity: undefined, condition: undefined, must: true },
    ])
    expect(resourceRowsOf('CreateMLTransform')).toEqual([
      {
        type: 'mlTransform',
        paths: [['requestParameters', 'name']],
        within: [],
        identity: ['responseElements', 'transformId'],
        condition: undefined,
        must: true,
      },
    ])
    expect(resourceRowsOf('GetDashboardUrl')).toMatchObject([
      { type: 'session', identity: undefined, condition: [['requestParameters', 'resourceType'], 'SESSION'] },
    ])
    expect(resourceRowsOf('CreateTable')).toEqual([
      {
        type: 'table',
        paths: [
          ['requestParameters', 'tableInput', 'name'],
          ['requestParameters', 'name'],
        ],
        within: [[['requestParameters', 'databaseName']]],
        identity: undefined,
        condition: undefined,
        must: true,
      },
    ])
    expect(resourceRowsOf('GetResourcePolicies')).toMatchObject([{ type: 'catalog', paths: [['requestParameters']], must: false }])
    expect(resourceRowsOf('BatchGetTableOptimizer')).toMatchObject([
      {
        paths: [['requestParameters', 'entries', '[]', 'tableName']],
        within: [[['requestParameters', 'entries', '[]', 'databaseName']]],
      },
    ])
  })
})

describe('places', () => {
  const record = { a: [{ b: 'x' }, null, { b: { c: 1 } }], m: { '{}': { n: 2 }, k: { n: 3 } } }

  it('are all to which a path leads', () => {
    expect(placesAt(record, ['a', '[]', 'b'])).toEqual([
      { path: ['a', 0, 'b'], keys: [0], value: 'x' },
      { path: ['a', 1, 'b'], keys: [1], value: undefined },
      { path: ['a', 2, 'b'], keys: [2], value: { c: 1 } },
    ])
    expect(placesAt(record, ['m', '{}', 'n'])).toEqual([
      { path: ['m', '{}', 'n'], keys: ['{}'], value: 2 },
      { path: ['m', 'k', 'n'], keys: ['k'], value: 3 },
    ])
    expect(placesAt(record, ['m', '[]'])).toEqual([])
    expect(placesAt('text', ['a', 'b'])).toEqual([{ path: ['a', 'b'], keys: [], value: undefined }])
  })

  it('have others beside them', () => {
    expect(valueFor(record, ['a', '[]', 'b'], [2])).toEqual({ c: 1 })
    expect(valueFor(record, ['m', '{}', 'n'], ['{}'])).toBe(2)
    expect(valueFor(record, ['a', '[]', 'b'], [9])).toBeUndefined()
  })
})
