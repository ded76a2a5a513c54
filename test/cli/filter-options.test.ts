import { describe, expect, it } from 'vitest'
import { fieldsOf, unknownApis } from '../../src/cli/filter-options.js'

describe('fieldsOf', () => {
  it('is what is given, and Glue where no service is', () => {
    expect(fieldsOf({})).toEqual({ source: ['glue'] })
    const all = { from: '7d', to: '24h', api: ['Get*'], source: ['s3'], account: ['1'], region: ['eu-*'], errors: true, reads: true }
    expect(fieldsOf(all)).toEqual(all)
    const beside = { writes: true, format: 'csv', limit: 5 }
    expect(fieldsOf(beside)).toEqual({ writes: true, source: ['glue'] })
  })
})

describe('unknownApis', () => {
  it('names those that nobody knows, and what is near', () => {
    expect(unknownApis({ api: ['GetTable', 'Get*', 'GetTabel', 'BrandNew\u001b', 'StartNotebook'] })).toEqual([
      'no API of Glue is known as GetTabel (Did you mean GetTable?)',
      'no API of Glue is known as BrandNew\\u001b',
    ])
    expect(unknownApis({})).toEqual([])
  })

  it('knows nothing of the APIs of other services', () => {
    expect(unknownApis({ api: ['GetObject'], source: ['s3'] })).toEqual([])
    expect(unknownApis({ api: ['GetObject'], source: ['glue.amazonaws.com'] })).toEqual([
      'no API of Glue is known as GetObject (Did you mean GetObjects?)',
    ])
  })
})
