import { describe, expect, it } from 'vitest'
import { isGlueAlone } from '../../../src/filter/field/source.js'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../../support/records.js'

describe('source', () => {
  it.each([
    ['glue', glueCall, 'YES'],
    ['Glue', glueCall, 'YES'],
    ['glue.amazonaws.com', glueCall, 'YES'],
    [['s3', 'glue'], glueCall, 'YES'],
    ['gl*', glueCall, 'YES'],
    ['*.amazonaws.com', glueCall, 'YES'],
    ['*', glueCall, 'YES'],
    ['glue', otherServiceCall, 'NO'],
    ['gl*', otherServiceCall, 'NO'],
    ['glu', glueCall, 'NO'],
    ['s3', aggregated, 'YES'],
    ['glue', aggregated, 'NO'],
    ['glue', insight, 'YES'],
    ['s3', insight, 'NO'],
    ['glue', { ...insight, insightDetails: undefined }, 'UNKNOWN'],
    ['glue', { ...insight, insightDetails: { eventSource: 5 } }, 'UNKNOWN'],
    ['glue', { ...aggregated, eventSource: null }, 'UNKNOWN'],
    ['*', { ...aggregated, eventSource: null }, 'YES'],
  ])('%j of %j: %s', (source, record, verdict) => {
    expect(verdictOf({ source }, record)).toBe(verdict)
  })

  it('leaves sources to the index where none is a pattern', () => {
    expect(predicateOf({ source: ['glue', 'S3.amazonaws.com'] }).index).toEqual({ sources: ['glue.amazonaws.com', 's3.amazonaws.com'] })
    expect(predicateOf({ source: ['glue', 's3*'] }).index).toBeUndefined()
    expect(predicateOf({ source: '*' }).index).toBeUndefined()
  })

  it('refuses values that are not patterns', () => {
    expect(issuesOfFilter({ source: {} })).toEqual(['source: expected a string or a list of strings, received an object'])
  })
})

it('isGlueAlone: whether no other service is meant', () => {
  expect(['glue', ['glue', 'glue.amazonaws.com'], 'gl*', ['glue', 's3'], '*', 5].map(isGlueAlone)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
