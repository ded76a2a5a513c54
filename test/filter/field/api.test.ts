import { describe, expect, it } from 'vitest'
import { isOutside, issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../../support/records.js'

const counted = { ...aggregated, summary: { primaryDimension: { dimension: 'eventName', statistics: [{ name: 'GetObject', value: 2 }] } } }

describe('api', () => {
  it.each([
    ['StartJobRun', glueCall, 'YES'],
    ['Start*', glueCall, 'YES'],
    ['St?rtJobRun', glueCall, 'YES'],
    [['GetTable', 'StartJobRun'], glueCall, 'YES'],
    ['UpdateTable', glueCall, 'NO'],
    [['GetTable', 'Update*'], glueCall, 'NO'],
    ['UpdateTable', nonconformingCall, 'YES'],
    ['StartNotebook', unmodelledCall, 'YES'],
    ['GetObject', otherServiceCall, 'YES'],
    ['GetTable', insight, 'YES'],
    ['UpdateTable', insight, 'NO'],
    ['UpdateTable', { ...insight, insightDetails: null }, 'UNKNOWN'],
    ['UpdateTable', { ...insight, insightDetails: { eventName: 5 } }, 'UNKNOWN'],
    ['GetObject', counted, 'YES'],
    ['PutObject', counted, 'UNKNOWN'],
    ['PutObject', aggregated, 'UNKNOWN'],
    ['*', aggregated, 'YES'],
  ])('%j of %j: %s', (api, record, verdict) => {
    expect(verdictOf({ api }, record)).toBe(verdict)
  })

  it('leaves the names to the index, with more freedom where it has to', () => {
    expect(predicateOf({ api: ['GetTable', 'Up?ate*'] }).index).toEqual({ names: ['GetTable', 'Up*ate*'] })
    expect(predicateOf({ api: '*' }).index).toBeUndefined()
    expect(isOutside({ names: ['Up*ate*'] }, { eventName: 'UpdateTable' })).toBe(false)
    expect(isOutside({ names: ['Up*ate*'] }, { eventName: 'GetTable' })).toBe(true)
  })

  it('reports a Glue name in another spelling, which would match nothing', () => {
    expect(issuesOfFilter({ api: 'updatetable' })).toEqual([
      'api: expected a name as AWS spells it, such as UpdateTable, received one that differs in upper and lower case',
    ])
    expect(issuesOfFilter({ api: ['GetTable', 'getmltransform'], source: 'Glue' })).toEqual([
      'api[1]: expected a name as AWS spells it, such as GetMLTransform, received one that differs in upper and lower case',
    ])
    expect(issuesOfFilter({ api: 'update*', source: ['glue.amazonaws.com', 'glue'] })).toHaveLength(1)
  })

  it.each([
    { api: 'gettable', source: 's3tables' },
    { api: 'gettable', source: ['glue', 's3tables'] },
    { api: 'gettable', source: '*' },
    { api: 'BrandNewApi' },
    { api: 'redeemCode' },
  ])('takes names that are not Glue APIs as they are: %j', (fields) => {
    expect(issuesOfFilter(fields)).toEqual([])
  })

  it('refuses values that are not patterns', () => {
    expect(issuesOfFilter({ api: [1] })).toEqual(['api[0]: expected a string, received a number'])
  })
})
