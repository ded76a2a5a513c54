import { expect, it } from 'vitest'
import { json } from '../../../src/cli/form/json.js'
import { shown } from '../../support/shown.js'

it('is a log file with a record on each line', () => {
  const form = json()
  const bytes = Buffer.from('{ "size": 9007199254740993 }')
  expect(form.begin() + form.record(shown({}, { bytes })) + form.record(shown({ eventName: 'GetTags' })) + form.end()).toBe(
    '{"Records":[\n{"size":9007199254740993},\n{"eventName":"GetTags"}\n]}\n',
  )
})

it('is a log file without records if nothing matches', () => {
  const form = json()
  expect(form.begin() + form.end()).toBe('{"Records":[\n]}\n')
})
