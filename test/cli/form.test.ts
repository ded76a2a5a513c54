import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/colour.js'
import { csv } from '../../src/cli/form/csv.js'
import { json } from '../../src/cli/form/json.js'
import { ndjson } from '../../src/cli/form/ndjson.js'
import { table } from '../../src/cli/form/table.js'
import type { Form } from '../../src/cli/form.js'
import { glueCall } from '../support/records.js'
import { shown } from '../support/shown.js'

const forms: ReadonlyArray<readonly [string, () => Form]> = [
  ['csv', csv],
  ['json', json],
  ['ndjson', () => ndjson],
  ['table', () => table({ width: 200, colours: coloursFor({}, { env: {} }) })],
]

describe.each(forms)('the form %s', (_, formOf) => {
  const written = (count: number): string => {
    const form = formOf()
    return form.begin() + Array.from({ length: count }, () => form.record(shown(glueCall))).join('') + form.end()
  }

  it('is whole lines, one more for each record', () => {
    const lines = [1, 2, 3].map((count) => written(count).split('\n'))
    expect(lines.map((each) => each.at(-1))).toEqual(['', '', ''])
    expect(lines.map((each) => each.length - (lines[0]?.length ?? 0))).toEqual([0, 1, 2])
  })
})
