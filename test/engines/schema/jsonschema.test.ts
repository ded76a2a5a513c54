/**
 * A second opinion: Python's jsonschema decides values as our codecs do, in both drafts, and finds every schema in
 * order.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GLUE_APIS } from 'glue-trail'
import { describeShape } from 'glue-trail/describe'
import { exampleOf } from 'glue-trail/example'
import { jsonSchemaOf } from 'glue-trail/schema'
import { expect, it } from 'vitest'
import { eventNamed } from '../../support/codecs.js'
import { chanceFrom, changed } from '../../support/json-schema.js'
import { ROOT } from '../../support/root.js'
import { output, pythonEnvironment } from '../python.js'

const FOLDER = join(ROOT, 'test', 'engines', 'schema')

it.each(['draft-2020-12', 'draft-07'] as const)('jsonschema agrees with the codecs in %s', (target) => {
  const chance = chanceFrom(20240501)
  const schemas = Object.fromEntries(
    GLUE_APIS.map((name) => {
      const schema = jsonSchemaOf(name, { target, describe: describeShape })
      if (schema._tag === 'Left') throw new Error(name)
      return [name, schema.right]
    }),
  )
  const cases = GLUE_APIS.flatMap((name, seed) => {
    const event: unknown = JSON.parse(JSON.stringify(exampleOf(name, { seed })))
    return Array.from({ length: 20 }, (_, i) => {
      const value = i === 0 ? event : changed(event, chance)
      return [name, value, eventNamed(name).is(value)] as const
    })
  })
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-jsonschema-'))
  const file = join(folder, 'cases.json')
  writeFileSync(file, JSON.stringify({ schemas, cases }))
  const wrong = JSON.parse(output(join(pythonEnvironment(FOLDER), 'python'), [join(FOLDER, 'validate.py'), file])) as ReadonlyArray<number>
  rmSync(folder, { recursive: true })
  expect(wrong.map((i) => cases[i]?.[0])).toEqual([])
  expect(cases.filter(([, , expected]) => !expected).length).toBeGreaterThan(2000)
})
