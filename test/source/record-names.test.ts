import { expect, it } from 'vitest'
import { namesIn } from '../../src/source/record-names.js'
import { utf8 } from '../support/logs.js'

const names = (content: string): unknown => namesIn(utf8(content), 0, utf8(content).length)

it('finds the names wherever they stand', () => {
  expect(names('{"eventName":"CreateTable","x":{"eventSource":"no"},"eventSource":"glue.amazonaws.com"}')).toEqual({
    eventSource: 'glue.amazonaws.com',
    eventName: 'CreateTable',
  })
})

it('takes the last of several, and reads escapes', () => {
  expect(names('{"eventName":"A","\\u0065ventName":"\\u0042"}')).toEqual({ eventName: 'B' })
})

it('leaves out what is not a name', () => {
  expect(names('{"eventName":5,"eventSource":["a"]}')).toEqual({})
  expect(names(`{"eventName":"${'a'.repeat(2000)}"}`)).toEqual({})
  expect(names('{"eventName":"\n"}')).toEqual({})
  expect(names('{"eventName":"a')).toEqual({})
})
