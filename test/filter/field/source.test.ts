import { describe, expect, it } from 'vitest'
import { asksForGlueAlone } from '../../../src/filter/field/source.js'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../../support/records.js'

describe('source', () => {
  it.each([
    ['glue', glueCall, 'yes'],
    ['Glue', glueCall, 'yes'],
    ['glue.amazonaws.com', glueCall, 'yes'],
    [['s3', 'glue'], glueCall, 'yes'],
    ['gl*', glueCall, 'yes'],
    ['*.amazonaws.com', glueCall, 'yes'],
    ['*', glueCall, 'yes'],
    ['glue', otherServiceCall, 'no'],
    ['gl*', otherServiceCall, 'no'],
    ['glu', glueCall, 'no'],
    ['s3', aggregated, 'yes'],
    ['glue', aggregated, 'no'],
    ['glue', insight, 'yes'],
    ['s3', insight, 'no'],
    ['glue', { ...insight, insightDetails: undefined }, 'unknown'],
    ['glue', { ...insight, insightDetails: { eventSource: 5 } }, 'unknown'],
    ['glue', { ...aggregated, eventSource: null }, 'unknown'],
    ['*', { ...aggregated, eventSource: null }, 'yes'],
  ])('%j of %j: %s', (source, record, verdict) => {
    expect(verdictOf({ source }, record)).toBe(verdict)
  })

  it('leaves sources to the index where none is a pattern', () => {
    expect(predicateOf({ source: ['glue', 'S3.amazonaws.com'] }).index).toEqual({ sources: ['glue.amazonaws.com', 's3.amazonaws.com'] })
    expect(predicateOf({ source: ['glue', 's3*'] }).index).toBeUndefined()
    expect(predicateOf({ source: '*' }).index).toBeUndefined()
  })

  it('refuses what is no pattern', () => {
    expect(issuesOfFilter({ source: {} })).toEqual(['source: expected a string or a list of strings, received an object'])
  })
})

it('asksForGlueAlone: whether no other service is meant', () => {
  expect(['glue', ['glue', 'glue.amazonaws.com'], 'gl*', ['glue', 's3'], '*', 5].map(asksForGlueAlone)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
