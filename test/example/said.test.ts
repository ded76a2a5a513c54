import { describe, expect, it } from 'vitest'
import type { Field, Shape } from '../../src/codec/fields.js'
import { type Codec, isSaid, saidIn, saidValue } from '../../src/example/said.js'
import { eventNamed } from '../support/codecs.js'

function requestOf(api: string): Codec {
  const shape = eventNamed(api).fields.find(({ name }) => name === 'requestParameters')?.shape
  if (shape?.kind !== 'structure') throw new TypeError('no request')
  return shape.codec
}

const text: Shape = { kind: 'string', sensitive: false }
const list: Shape = { kind: 'list', item: text, sensitive: false }

const field = (name: string, shape: Shape = text): Field => ({ name, shape, requiredByApi: false, mustBeThere: false })

describe('What a request says', () => {
  const said = saidIn(requestOf('UpdateTrigger'), { name: 'nightly', triggerUpdate: { name: 'other', schedule: 'cron(0 2 * * ? *)' } })

  it('is found by name and kind, that at the top first', () => {
    expect(saidValue(said, 'name', text)).toBe('nightly')
    expect(saidValue(said, 'schedule', text)).toBe('cron(0 2 * * ? *)')
    expect(saidValue(said, 'name', list)).toBeUndefined()
    expect(saidValue(said, 'state', text)).toBeUndefined()
  })

  it('tells what it could have said from what no request says', () => {
    expect(isSaid(said, field('schedule'))).toBe(true)
    expect(isSaid(said, field('description'))).toBe(false)
    expect(isSaid(said, field('state'))).toBeUndefined()
  })

  it('may be hidden, and may have another name in the response', () => {
    const hidden: Shape = { kind: 'map', item: text, sensitive: true }
    expect(saidValue(saidIn(requestOf('CreateDevEndpoint'), { arguments: '****' }), 'arguments', hidden)).toBe('****')
    const deleted = saidIn(requestOf('BatchDeleteConnection'), { connectionNameList: ['a', 'b'] })
    expect(saidValue(deleted, 'succeeded', list)).toEqual(['a', 'b'])
  })
})
