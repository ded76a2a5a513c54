import { expect, it } from 'vitest'
import { ndjson } from '../../../src/cli/form/ndjson.js'
import { shown } from '../../support/shown.js'

it('is the bytes of each record on a line', () => {
  const bytes = Buffer.from('{\n  "size": 9007199254740993\n}')
  expect(ndjson.begin() + ndjson.record(shown({}, { bytes })) + ndjson.record(shown({ eventName: 'é' })) + ndjson.end()).toBe(
    '{"size":9007199254740993}\n{"eventName":"é"}\n',
  )
})
