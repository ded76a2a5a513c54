import { describe, expect, it } from 'vitest'
import type { Field, Shape } from '../../src/codec/fields.js'
import { type Codec, isRepeated, repeatedValue, requestValues } from '../../src/example/echo.js'
import { eventNamed } from '../support/codecs.js'

function requestOf(api: string): Codec {
  const shape = eventNamed(api).fields.find(({ name }) => name === 'requestParameters')?.shape
  if (shape?.kind !== 'structure') throw new TypeError('no request')
  return shape.codec
}

const stringShape: Shape = { kind: 'string', sensitive: false }
const list: Shape = { kind: 'list', item: stringShape, sensitive: false }

const field = (name: string, shape: Shape = stringShape): Field => ({ name, shape, requiredByApi: false, mustBeThere: false })

describe('What a request says', () => {
  const requested = requestValues(requestOf('UpdateTrigger'), {
    name: 'nightly',
    triggerUpdate: { name: 'other', schedule: 'cron(0 2 * * ? *)' },
  })

  it('is found by name and kind, that at the top first', () => {
    expect(repeatedValue(requested, 'name', stringShape)).toBe('nightly')
    expect(repeatedValue(requested, 'schedule', stringShape)).toBe('cron(0 2 * * ? *)')
    expect(repeatedValue(requested, 'name', list)).toBeUndefined()
    expect(repeatedValue(requested, 'state', stringShape)).toBeUndefined()
  })

  it('distinguishes what it could have requested from what no request holds', () => {
    expect(isRepeated(requested, field('schedule'))).toBe(true)
    expect(isRepeated(requested, field('description'))).toBe(false)
    expect(isRepeated(requested, field('state'))).toBeUndefined()
  })

  it('may be hidden, and may have another name in the response', () => {
    const hidden: Shape = { kind: 'map', item: stringShape, sensitive: true }
    expect(repeatedValue(requestValues(requestOf('CreateDevEndpoint'), { arguments: '****' }), 'arguments', hidden)).toBe('****')
    const deleted = requestValues(requestOf('BatchDeleteConnection'), { connectionNameList: ['a', 'b'] })
    expect(repeatedValue(deleted, 'succeeded', list)).toEqual(['a', 'b'])
  })
})
