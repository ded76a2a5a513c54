/** A schema accepts a JSON value exactly where its codec does: a sample of what `agreement.slow.test.ts` compares. */
import { AccountId, Arn, GLUE_APIS, OpenIdentity, UserIdentity } from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { jsonSchemasOf } from 'glue-trail/schema'
import { describe, expect, it } from 'vitest'
import { glueEventNamed } from '../../src/event/glue-event.js'
import { eventNamed, STRUCTURES } from '../support/codecs.js'
import { chanceFrom, changed, disagreements, TARGETS, validatorOf } from '../support/json-schema.js'
import { sampleOf } from '../support/sample.js'
import { corpusGlueRecords, describeShared } from '../support/shared.js'

/** Structures that events contain. Those that other structures only take members from have no definition. */
const defined = (definitions: ReadonlySet<string>): typeof STRUCTURES => STRUCTURES.filter(({ name }) => definitions.has(name))

describe.each(TARGETS)('In %s', (target) => {
  const document = jsonSchemasOf('all', { target })
  const definitions = Object(document.$defs ?? document.definitions ?? Object(document.components).schemas) as Readonly<
    Record<string, unknown>
  >
  const validator = validatorOf(target, document)

  it('has one definition for each structure that events contain', () => {
    const names = new Set(STRUCTURES.map(({ name }) => name))
    expect(names.size).toBe(STRUCTURES.length)
    expect(Object.keys(definitions).filter((name) => !names.has(name))).toEqual(['RedactionMarker'])
    expect(Object.keys(definitions).length).toBeGreaterThan(1400)
  })

  it('agrees with the codec on changed samples of structures and on changed examples of events', () => {
    const chance = chanceFrom(20240501)
    const structures = defined(new Set(Object.keys(definitions)))
    const wrong: Array<string> = []
    let refused = 0
    for (let i = 0; i < 80; i++) {
      const codec = structures[chance(structures.length)]
      if (codec === undefined) continue
      const sample = sampleOf(codec)
      for (let j = 0; j < 30; j++) {
        const value = j === 0 ? sample : changed(sample, chance)
        if (!codec.is(value)) refused++
        if (codec.is(value) !== validator(codec.name)(value)) wrong.push(`${codec.name}: ${JSON.stringify(value)}`)
      }
    }
    for (let i = 0; i < 20; i++) {
      const name = GLUE_APIS[chance(GLUE_APIS.length)] ?? 'UpdateTable'
      const codec = eventNamed(name)
      const event: unknown = JSON.parse(JSON.stringify(exampleOf(name, { seed: i })))
      for (let j = 0; j < 130; j++) {
        const value = j === 0 ? event : changed(event, chance)
        if (!codec.is(value)) refused++
        if (codec.is(value) !== validator(codec.name)(value)) wrong.push(`${codec.name}: ${JSON.stringify(value)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(1000)
  })

  it('agrees with codecs that are not structures', () => {
    expect(disagreements(target, [AccountId, Arn, UserIdentity, OpenIdentity])).toEqual([])
  })
})

describeShared('On the records of the corpus', () => {
  it('agrees with the codecs', () => {
    const validator = validatorOf('draft-2020-12', jsonSchemasOf('all'))
    const wrong = corpusGlueRecords().filter(({ record }) => {
      const codec = glueEventNamed(String(Object(record).eventName))
      return codec !== undefined && codec.is(record) !== validator(codec.name)(record)
    })
    expect(wrong.map(({ file, index }) => `${file} ${index}`)).toEqual([])
  })
})
