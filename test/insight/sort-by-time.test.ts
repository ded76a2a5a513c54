import { sortByTime } from 'glue-trail'
import { expect, it } from 'vitest'
import { describeShared, sharedJson } from '../support/shared.js'

const at = (eventTime: unknown, name: string): object => ({ eventTime, name })

it('sorts by time, leaves ties in their order, and puts last what has no time', () => {
  const a = at('2024-05-01T12:00:01Z', 'a')
  const b = at('2024-05-01T12:00:00Z', 'b')
  const c = at('2024-05-01T12:00:01Z', 'c')
  const d = at('soon', 'd')
  const e = at(null, 'e')
  const f = { timeWindow: { windowStart: '2024-05-01T12:00:00.500Z' } }
  expect(sortByTime([d, a, e, b, c, f])).toEqual([b, f, a, c, d, e])
  expect(sortByTime([d, c, e, a])).toEqual([c, a, d, e])
})

it('takes any iterable and leaves it as it is', () => {
  const list = [at('2024-05-01T12:00:01Z', 'a'), at('2024-05-01T12:00:00Z', 'b')]
  expect(sortByTime(new Set(list))).toEqual([list[1], list[0]])
  expect(list[0]).toEqual(at('2024-05-01T12:00:01Z', 'a'))
  expect(sortByTime([null, 'text', 5])).toEqual([null, 'text', 5])
})

describeShared('inOrder on a log file', () => {
  it('sorts its records', () => {
    const file =
      'corpus/files/flosell+trailscraper/tests_cloudtrail_data_111111111111_CloudTrail_eu-central-1_20171211T1505Z_A6kvhMoVeCsc7v8U.json'
    const { Records: records } = sharedJson(file) as { readonly Records: ReadonlyArray<{ readonly eventTime: string }> }
    const times = sortByTime(records).map(({ eventTime }) => eventTime)
    expect(times).toHaveLength(records.length)
    expect(times).toEqual([...times].sort())
  })
})
