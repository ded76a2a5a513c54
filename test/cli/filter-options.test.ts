import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsOf, ignoresCase, selectionOf, unknownApis } from '../../src/cli/filter-options.js'
import { FILTER_FIELD_NAMES } from '../../src/filter/field-names.js'
import { glueCall, otherServiceCall } from '../support/records.js'
import { ROOT } from '../support/root.js'

describe('fieldsOf', () => {
  it('has what is given, and Glue where no service is', () => {
    expect(fieldsOf({})).toEqual({ source: ['glue'] })
    const all = { from: '7d', to: '24h', api: ['Get*'], source: ['s3'], account: ['1'], region: ['eu-*'], errors: true, reads: true }
    expect(fieldsOf(all)).toEqual(all)
    const beside = { writes: true, format: 'csv', limit: 5 }
    expect(fieldsOf(beside)).toEqual({ writes: true, source: ['glue'] })
  })
})

it('takes an API in upper or lower case', () => {
  expect(fieldsOf({ api: ['deletetable', 'get*', 'UPDATE*TABLE', '*jobruns', 'Get?able', 'no*such'] }).api).toEqual([
    ...['DeleteTable', 'Get*', 'Update*Table', '*JobRuns', 'Get?able', 'no*such'],
  ])
  // Names of one pattern may be spelled in several ways.
  expect(fieldsOf({ api: ['*mltask*'] }).api).toEqual(['*MLTask*'])
  expect(fieldsOf({ api: ['?et*run'] }).api).toEqual(['?et*Run'])
  expect(fieldsOf({ api: ['deletetable'], source: ['*'] }).api).toEqual(['deletetable'])
  expect(unknownApis({ api: ['DELETETABLE'] })).toEqual([])
})

describe('selectionOf', () => {
  const verdict = (options: Parameters<typeof selectionOf>[0], record: object) => {
    const filter = selectionOf(options)
    return filter._tag === 'Right' ? filter.right.test({ ...glueCall, ...record }) : filter.left.map(({ code }) => code)
  }

  it.each([undefined, ['*'], ['glue', 's3']])('takes an API of %j in one case', (source) => {
    for (const api of ['deletetable', 'DELETETABLE', 'delete*', '*table', 'DeleteTable']) {
      expect(verdict({ api: [api], source }, { eventName: 'DeleteTable' })).toBe('YES')
      expect(verdict({ api: [api], source }, { eventName: 'StartJobRun' })).toBe('NO')
    }
  })

  it('takes APIs of other services, and keeps the other filters', () => {
    const put = { ...otherServiceCall, eventSource: 's3.amazonaws.com', eventName: 'PutObject' }
    expect(verdict({ api: ['putobject', 'GetTable'], source: ['*'] }, put)).toBe('YES')
    expect(verdict({ api: ['putobject', 'GetTable'], source: ['*'] }, { eventName: 'GetTable' })).toBe('YES')
    expect(verdict({ api: ['putobject'], source: ['s3'] }, { eventName: 'PutObject' })).toBe('NO')
    expect(verdict({ api: ['putobject'], source: ['*'], errors: true }, put)).toBe('NO')
    expect(verdict({ api: ['Putobject'], source: ['*'] }, put)).toBe('NO')
    expect(verdict({ api: ['*'], source: ['*'] }, put)).toBe('YES')
  })

  it('lets an index skip records by a name in both cases', () => {
    const index = (options: Parameters<typeof selectionOf>[0]) => {
      const filter = selectionOf(options)
      return filter._tag === 'Right' ? filter.right.index : undefined
    }
    expect(index({ api: ['PutObject'], source: ['s3'] })).toEqual({ sources: ['s3.amazonaws.com'], names: ['PutObject'] })
    expect(index({ api: ['PutObject', 'get*'], source: ['s3'] })).toEqual({ sources: ['s3.amazonaws.com'] })
  })

  it('reports what is wrong', () => {
    expect(verdict({ api: ['putobject', ''], source: ['*'] }, {})).toEqual(['EMPTY'])
    expect(ignoresCase('get*', ['s3'])).toBe(true)
    expect(ignoresCase('get*', ['glue'])).toBe(false)
    expect(ignoresCase('Get*', ['s3'])).toBe(false)
  })
})

describe('unknownApis', () => {
  it('names unknown APIs, and known ones near them', () => {
    expect(unknownApis({ api: ['GetTable', 'Get*', 'GetTabel', 'BrandNew\u001b', 'StartNotebook'] })).toEqual([
      'no known Glue API: GetTabel (Did you mean GetTable?)',
      'no known Glue API: BrandNew\u001b',
    ])
    expect(unknownApis({})).toEqual([])
  })

  it('does not know the APIs of other services', () => {
    expect(unknownApis({ api: ['GetObject'], source: ['s3'] })).toEqual([])
    expect(unknownApis({ api: ['GetObject'], source: ['glue.amazonaws.com'] })).toEqual([
      'no known Glue API: GetObject (Did you mean GetObjects?)',
    ])
  })
})

it('has an option in the reference for each field', () => {
  const page = readFileSync(join(ROOT, 'docs/reference/command.md'), 'utf8')
  expect(FILTER_FIELD_NAMES.filter((name) => !page.includes(`\`--${name}`))).toEqual([])
})
