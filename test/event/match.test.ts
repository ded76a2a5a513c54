import { describe, expect, it } from 'vitest'
import type { GlueEvent } from '../../src/event/glue-event.js'
import { matchEvent, matchRecord, type RecordHandlers } from '../../src/event/match.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

const kinds: RecordHandlers<string> = {
  event: (e) => `event ${e.eventName}`,
  nonconforming: (r) => `nonconforming ${String(r.eventName)}`,
  unmodelled: (e) => `unmodelled ${e.eventName}`,
  otherService: (e) => `other ${e.eventSource}`,
  insight: (r) => `insight ${r.insightDetails?.eventName}`,
  aggregated: (r) => `aggregated ${r.timeWindow?.windowSize}`,
}

describe('matchRecord', () => {
  it.each([
    [glueCall, 'event StartJobRun'],
    [nonconformingCall, 'nonconforming UpdateTable'],
    [unmodelledCall, 'unmodelled StartNotebook'],
    [otherServiceCall, 'other s3.amazonaws.com'],
    [insight, 'insight GetTable'],
    [aggregated, 'aggregated PT5M'],
    [{ ...insight, eventTime: null }, 'nonconforming undefined'],
    [{ eventName: 'no record at all' }, 'nonconforming no record at all'],
  ])('%j', (record, content) => {
    expect(matchRecord(record, kinds)).toBe(content)
  })
})

describe('matchEvent', () => {
  const event: GlueEvent = glueCall

  it('runs the handler of the API, else otherwise', () => {
    const run = (e: GlueEvent): string =>
      matchEvent(e, { StartJobRun: ({ requestParameters }) => requestParameters?.jobName ?? '' }, (rest) => rest.eventName)
    expect(run(event)).toBe('nightly')
    expect(run({ ...glueCall, eventName: 'GetTags', requestParameters: null, responseElements: null })).toBe('GetTags')
  })

  it('never takes an inherited member for a handler', () => {
    const odd = { ...glueCall, eventName: 'toString' } as unknown as GlueEvent
    expect(matchEvent(odd, {}, () => 'otherwise')).toBe('otherwise')
  })

  it('says so where nothing handles the event', () => {
    expect(() => matchEvent(event, {} as never)).toThrow('matchEvent: no handler for this event, and no otherwise')
  })
})
