import { describe, expect, it } from 'vitest'
import type { Failure } from '../../src/cli/options.js'
import { Watch } from '../../src/cli/watch.js'
import { glueCall, nonconformingCall } from '../support/records.js'
import { shown } from '../support/shown.js'

const issues = [{ code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' }] as const

function watching(failOn: ReadonlyArray<Failure>, limit?: number, isTable = false) {
  const lines: Array<string> = []
  const watch = new Watch({ failOn, ...(limit === undefined ? {} : { limit }) }, { complain: (line) => lines.push(line) }, isTable)
  return { watch, lines }
}

describe('Watch', () => {
  it('is full at the limit', () => {
    const { watch } = watching([], 2)
    watch.look(shown(glueCall))
    expect([watch.isFull, watch.endedAt]).toEqual([false, undefined])
    watch.look(shown(glueCall))
    expect([watch.isFull, watch.endedAt]).toEqual([true, 2])
  })

  it('counts matches alone for a table', () => {
    for (const [isTable, isFull] of [
      [true, false],
      [false, true],
    ] as const) {
      const { watch } = watching(['denied'], 1, isTable)
      watch.look(shown({ ...glueCall, errorCode: 'AccessDenied' }, { match: 'UNKNOWN' }))
      expect([watch.isFull, watch.failed]).toEqual([isFull, true])
    }
    const { watch } = watching([], 1, true)
    watch.look(shown(glueCall))
    expect(watch.endedAt).toBe(1)
  })

  it('is never full without one', () => {
    const { watch } = watching([])
    watch.look(shown(glueCall))
    expect([watch.isFull, watch.endedAt]).toEqual([false, undefined])
  })

  it('fails once a record has a mark to fail on, and reports where it does not conform', () => {
    const { watch, lines } = watching(['nonconforming'])
    watch.look(shown(glueCall))
    expect([watch.failed, lines]).toEqual([false, []])
    watch.look(shown(nonconformingCall, { issues }))
    watch.look(shown(glueCall))
    expect([watch.failed, lines]).toEqual([true, ['a.json: record 0 does not match the model: a: expected a string, received a number']])
  })

  it('fails for the requested marks only', () => {
    const { watch, lines } = watching(['denied'])
    watch.look(shown(nonconformingCall, { issues }))
    expect([watch.failed, lines]).toEqual([false, []])
    watch.look(shown({ ...glueCall, errorCode: 'AccessDenied' }))
    expect(watch.failed).toBe(true)
  })
})
