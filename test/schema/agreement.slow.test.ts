/**
 * A schema accepts a JSON value exactly where its codec does: every exported codec, every event and every structure, in
 * every target, on half a million values.
 */
import * as glueTrail from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { jsonSchemasOf } from 'glue-trail/schema'
import * as shapes from 'glue-trail/shapes'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { eventNamed, STRUCTURES } from '../support/codecs.js'
import { chanceFrom, changed, disagreements, TARGETS, validatorOf } from '../support/json-schema.js'
import { sampleOf } from '../support/sample.js'
import { corpusRecords, describeShared } from '../support/shared.js'

const exported: ReadonlyArray<t.Mixed> = [...Object.values({ ...glueTrail, ...shapes })].filter((value) => value instanceof t.Type)

const VALUES_PER_STRUCTURE = 70
const VALUES_PER_EVENT = 100

describe.each(TARGETS)('In %s', (target) => {
  it('every structure and every event agrees with its codec', { timeout: 600_000 }, () => {
    const document = jsonSchemasOf('all', { target })
    const definitions = Object(document.$defs ?? document.definitions ?? Object(document.components).schemas) as Readonly<
      Record<string, unknown>
    >
    const validator = validatorOf(target, document)
    const chance = chanceFrom(TARGETS.indexOf(target))
    const wrong: Array<string> = []
    let compared = 0
    const compare = (codec: t.Mixed, first: unknown, values: number): void => {
      const validate = validator(codec.name)
      for (let i = 0; i < values; i++) {
        const value = i === 0 ? first : changed(first, chance)
        compared++
        if (codec.is(value) !== validate(value)) wrong.push(`${codec.name}: ${JSON.stringify(value)}`)
      }
    }
    for (const codec of STRUCTURES) if (codec.name in definitions) compare(codec, sampleOf(codec), VALUES_PER_STRUCTURE)
    for (const name of glueTrail.GLUE_APIS) compare(eventNamed(name), JSON.parse(JSON.stringify(exampleOf(name))), VALUES_PER_EVENT)
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(125_000)
  })

  it('every exported codec has a schema of its own, which agrees with it', { timeout: 600_000 }, () => {
    expect(exported.length).toBeGreaterThan(3 * glueTrail.GLUE_APIS.length)
    expect(disagreements(target, exported)).toEqual([])
  })
})

describeShared('On every record of the corpus', () => {
  it('the schema of a record agrees with the codec', { timeout: 600_000 }, () => {
    const records = corpusRecords().map(({ record }) => record)
    expect(disagreements('draft-2020-12', [glueTrail.CloudTrailRecord], records)).toEqual([])
  })
})
