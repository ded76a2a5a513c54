import { GlueEvent, StartJobRunRequestParameters } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { SchemaWalk } from '../../src/schema/codec-schema.js'
import { dialectOf } from '../../src/schema/dialect.js'

const options = { inline: false, describe: undefined, schemas: new Map() }

describe('a walk', () => {
  it('defines each structure once and counts how often it is referred to', () => {
    const walk = new SchemaWalk(dialectOf('draft-2020-12'), options)
    expect(walk.schemaOf(StartJobRunRequestParameters)).toEqual({ $ref: '#/$defs/StartJobRunRequestParameters' })
    expect(walk.schemaOf(StartJobRunRequestParameters)).toEqual({ $ref: '#/$defs/StartJobRunRequestParameters' })
    expect([...walk.definitions.keys()]).toEqual(['StartJobRunRequestParameters', 'RedactionMarker', 'NotificationProperty'])
    expect(walk.references.get('StartJobRunRequestParameters')).toBe(2)
    expect(walk.issues).toEqual([])
  })

  it('adds a discriminator to unions with a tag, for OpenAPI', () => {
    const walk = new SchemaWalk(dialectOf('openapi-3.1'), options)
    walk.schemaOf(GlueEvent)
    expect(walk.definitions.get('GlueEvent')).toMatchObject({
      discriminator: { propertyName: 'eventName', mapping: { UpdateTable: '#/components/schemas/UpdateTableEvent' } },
    })
  })
})
