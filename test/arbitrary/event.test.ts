import fc from 'fast-check'
import { decodeRecord, GLUE_APIS, type GlueEventByName, isEvent, isGlueEvent, isOmitted, isRedacted, UserIdentity } from 'glue-trail'
import { arbitraryOf } from 'glue-trail/arbitrary'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { codecNamed } from '../../src/arbitrary/event.js'

describe('arbitraryOf', () => {
  it('matches the model of every API', () => {
    for (const name of GLUE_APIS) {
      fc.assert(
        fc.property(arbitraryOf(name), (event) => decodeRecord(event)._tag === 'Right' && isEvent(name)(event)),
        { seed: 1, numRuns: 10 },
      )
    }
  })

  it('survives JSON as a matching event', () => {
    fc.assert(
      fc.property(arbitraryOf('UpdateTable'), (event) => isGlueEvent(JSON.parse(JSON.stringify(event)))),
      { seed: 2 },
    )
  })

  it('is typed by the name', () => {
    expectTypeOf(arbitraryOf('GetTable')).toEqualTypeOf<fc.Arbitrary<GlueEventByName['GetTable']>>()
  })

  it('has payloads, identities and members unknown to the model, and null in place of them', () => {
    const events = fc.sample(arbitraryOf('CreateConnection'), { seed: 3, numRuns: 300 })
    const some = (test: (event: (typeof events)[number]) => boolean): boolean => events.some(test)
    expect(some(({ requestParameters }) => requestParameters === null)).toBe(true)
    expect(some(({ requestParameters }) => requestParameters?.connectionInput != null)).toBe(true)
    expect(some(({ userIdentity }) => UserIdentity.is(userIdentity))).toBe(true)
    expect(some(({ userIdentity }) => typeof userIdentity === 'object')).toBe(true)
    expect(some(({ requestParameters }) => isOmitted(requestParameters))).toBe(false)
  })

  it('shrinks to the member that fails', () => {
    const { counterexample } = fc.check(
      fc.property(
        arbitraryOf('DeleteTable'),
        ({ requestParameters }) => typeof requestParameters?.name !== 'string' || isRedacted(requestParameters.name),
      ),
      { seed: 4 },
    )
    expect(counterexample?.[0]).toEqual({
      eventVersion: '1.0',
      userIdentity: expect.any(Object),
      eventTime: '2013-12-01T00:00:00Z',
      eventSource: 'glue.amazonaws.com',
      eventName: 'DeleteTable',
      awsRegion: 'us-east-1',
      sourceIPAddress: expect.any(String),
      requestID: expect.any(String),
      eventID: expect.any(String),
      eventType: 'AwsApiCall',
      eventCategory: 'Management',
      recipientAccountId: '111122223333',
      requestParameters: { name: '' },
      responseElements: {},
    })
  })
})

describe('codecNamed', () => {
  it('throws for names of no API', () => {
    expect(() => codecNamed('StartNotebook' as 'StartJobRun')).toThrow(TypeError)
  })
})
