import { describe, expect, it } from 'vitest'
import { COLUMNS } from '../../src/archive/columns.js'
import { exampleOf } from '../../src/example/example-of.js'
import {
  compileFilter,
  decodeRecord,
  denialOf,
  GLUE_APIS,
  historyOf,
  isFailed,
  type NonconformingRecord,
  outcomeOf,
  type RecordPredicate,
  recordOf,
  resourcesOf,
} from '../../src/index.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const predicate = (fields: Parameters<typeof compileFilter>[0]): RecordPredicate => {
  const filter = compileFilter(fields)
  if (filter._tag === 'Left') throw new Error('a filter that does not compile')
  return filter.right
}

const errors = predicate({ errors: true })
const denied = predicate({ denied: true })

/** What must hold between the answers about one record. */
function expectAgreement(record: NonconformingRecord): void {
  const outcome = outcomeOf(record)
  const { resources } = resourcesOf(record)
  const items = outcome?.items ?? []
  expect(isFailed(record)).toBe(outcome?.kind === 'FAILED' || outcome?.kind === 'DENIED')
  expect(denialOf(record) !== undefined).toBe(outcome?.kind === 'DENIED')
  if (outcome !== undefined) {
    const isUnknown = items.some(({ kind }) => kind === 'UNKNOWN')
    expect(errors.test(record)).toBe(outcome.kind === 'SUCCEEDED' ? (isUnknown ? 'UNKNOWN' : 'NO') : 'YES')
    if (outcome.kind === 'DENIED') expect(denied.test(record)).toBe('YES')
    if (outcome.kind === 'SUCCEEDED') expect(denied.test(record)).toBe(isUnknown ? 'UNKNOWN' : 'NO')
    if (outcome.kind === 'PARTIAL') expect(items.some(({ kind }) => kind === 'FAILED' || kind === 'DENIED')).toBe(true)
  }
  for (const resource of resources) {
    const isWhole = outcome?.kind === 'FAILED' || outcome?.kind === 'DENIED'
    if (isWhole) expect(['FAILED', 'DENIED']).toContain(resource.outcome)
    if (outcome?.kind === 'SUCCEEDED') expect(['SUCCEEDED', 'UNKNOWN']).toContain(resource.outcome)
    if (resource.arn !== undefined && !/[*?]/.test(resource.arn)) expect(predicate({ resource: resource.arn }).test(record)).toBe('YES')
    if (resource.type !== 'table' || resource.within === undefined || resource.name === undefined || resource.within[0]?.includes('.'))
      continue
    for (const { kind, certain } of historyOf([record], `${resource.within[0]}.${resource.name}`)) {
      const isDone = ['CREATED', 'DROPPED', 'SCHEMA', 'LOCATION', 'PARAMETERS', 'PARTITIONS', 'DATA_COMMIT'].includes(kind)
      if (isDone && certain) expect(['SUCCEEDED', 'PARTIAL']).toContain(resource.outcome)
      if (resource.outcome === 'UNKNOWN') expect(certain).toBe(false)
    }
  }
}

describe('outcomes, resources, history and filters agree', () => {
  it('for examples of every API, as each ends', () => {
    for (const api of GLUE_APIS) {
      for (const outcome of ['SUCCEEDED', 'FAILED', 'DENIED'] as const)
        expectAgreement(exampleOf(api, { seed: 1, outcome }) as NonconformingRecord)
    }
  })

  it('has a column for each', () => {
    expect(COLUMNS.map(({ name }) => name)).toEqual(expect.arrayContaining(['outcome', 'resources', 'actor_on_behalf_of']))
  })
})

describeShared('records of others', () => {
  it('agree', () => {
    for (const { record } of [...corpusRecords(), ...corpusGlueRecords()]) {
      const decoded = recordOf(decodeRecord(record))
      if (decoded !== undefined) expectAgreement(decoded as NonconformingRecord)
    }
  })
})
