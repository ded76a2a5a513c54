import { isRedacted, parseTimestamp } from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { describe, expect, it } from 'vitest'
import type { Field, Shape } from '../../src/codec/fields.js'
import { fieldsOf, type StructureType } from '../../src/codec/structure.js'
import { lookupName, valuesOf } from '../../src/example/enum-values.js'
import { templateOf } from '../../src/example/members.js'
import { eventNamed } from '../support/codecs.js'
import { events, sites, stringsIn } from '../support/examples.js'
import { codecOf, sitesOf } from '../support/sample.js'

describe('Members', () => {
  it('that the API requires are there', () => {
    const missing = events.flatMap(({ name, event }) => {
      if (event.requestParameters == null) return []
      const inStructures = sitesOf(eventNamed(name), event).filter(({ shape, value }) => shape.kind === 'structure' && value !== null)
      return inStructures.flatMap(({ shape, value }) =>
        fieldsOf(codecOf(shape as Shape & { kind: 'structure' }))
          .filter((field) => field.requiredByApi && !Object.hasOwn(value as object, field.name))
          .map((field) => `${name} ${field.name}`),
      )
    })
    expect(missing).toEqual([])
  })

  it('that are sensitive are redacted, and no others', () => {
    const marked = sites.filter(({ shape }) => shape.sensitive)
    expect(marked.length).toBeGreaterThan(100)
    expect(marked.filter(({ value }) => !isRedacted(value))).toEqual([])
    expect(sites.filter(({ shape, value }) => !shape.sensitive && isRedacted(value))).toEqual([])
  })

  it('that are enums hold a value of the model', () => {
    let enums = 0
    for (const { name, event } of events) {
      for (const [structure, member, value] of leaves(eventNamed(name), event)) {
        const values = valuesOf(structure, member)
        if (values === undefined) continue
        enums += 1
        expect(values).toContain(value)
      }
    }
    expect(enums).toBeGreaterThan(1000)
  })

  it('are named in the texts: a newer SDK brings members, which need a line in src/example/*-texts.ts', () => {
    const missing = new Set<string>()
    for (const { name, event } of events) {
      for (const [structure, member, , parents] of leaves(eventNamed(name), event)) {
        if (templateOf(parents, structure, member) === undefined && valuesOf(structure, member) === undefined)
          missing.add(`${structure}.${member}`)
      }
    }
    expect([...missing]).toEqual([])
  })

  it('that are catalogs hold the number of the account', () => {
    const catalogs = sites.filter(({ path }) => /^catalogI[Dd]$/.test(String(path.at(-1))))
    expect(catalogs.length).toBeGreaterThan(100)
    for (const { value } of catalogs) expect(value).toMatch(/^\d{12}(:\w+)?$/)
  })

  it('that are times are in every form that is known, all of which can be read', () => {
    const times = sites.filter(({ shape }) => shape.kind === 'timestamp')
    expect(times.filter(({ value }) => parseTimestamp(value) === undefined)).toEqual([])
    const forms = times.map(({ value }) =>
      typeof value === 'number' ? Math.sign(value - 1e11) : String(value).replace(/[A-Z][a-z]{2}|\d+|AM|PM/g, ''),
    )
    expect(new Set(forms)).toEqual(new Set([1, -1, ' ,  :: ', ' , , :: ', ' , , ::\u202f', '--T::Z', '--T::.Z', '--T::+']))
  })

  it('come in an order of time', () => {
    let pairs = 0
    for (let seed = 0; seed < 300; seed++) {
      for (const name of ['ListMLTransforms', 'ListDataQualityRulesets'] as const) {
        const filter = exampleOf(name, { seed }).requestParameters?.filter
        const [after, before] = [parseTimestamp(filter?.createdAfter), parseTimestamp(filter?.createdBefore)]
        if (after === undefined || before === undefined) continue
        pairs += 1
        expect(after.getTime()).toBeLessThan(before.getTime())
      }
    }
    expect(pairs).toBeGreaterThan(10)
  })

  it('hold no remains of how they were made', () => {
    const remains = events.flatMap(({ event }) => stringsIn(event).filter(([, content]) => isRemains(content)))
    expect(remains).toEqual([])
  })
})

/** Whether a string is empty, still has a word in braces, or breaks the form it begins with. */
function isRemains(content: string): boolean {
  if (content === '' || /undefined|NaN|\[object|^null$|\{[A-Za-z]+(:\d+)?#?\}/.test(content)) return true
  if (content.startsWith('s3://')) return !/^s3:\/\/[a-z0-9-]{3,63}\/\S+$/.test(content)
  if (content.startsWith('cron(')) return !/^cron\(\S+ \S+ \S+ \S+ \S+ \S+\)$/.test(content)
  return content.startsWith('{"') && !isJson(content)
}

function isJson(content: string): boolean {
  try {
    JSON.parse(content)
    return true
  } catch {
    return false
  }
}

type Leaf = readonly [structure: string, member: string, value: unknown, parents: string]

/** Texts in the payloads of an event, with what they are looked up by. */
function leaves(codec: StructureType<unknown>, event: object): ReadonlyArray<Leaf> {
  return codec.fields
    .filter(({ name }) => name === 'requestParameters' || name === 'responseElements')
    .flatMap(({ name, shape }) => inShape(shape, (event as Record<string, unknown>)[name], { name: '', structure: '', parents: '' }))
}

interface Around {
  readonly name: string
  readonly structure: string
  readonly parents: string
}

function inShape(shape: Shape, value: unknown, around: Around): ReadonlyArray<Leaf> {
  if (value == null || shape.sensitive) return []
  switch (shape.kind) {
    case 'list':
      return (value as ReadonlyArray<unknown>).flatMap((item) => inShape(shape.item, item, around))
    case 'map':
      return Object.values(value).flatMap((item) => inShape(shape.item, item, around))
    case 'structure':
      return fieldsOf(shape.codec).flatMap((field: Field) =>
        inShape(field.shape, (value as Record<string, unknown>)[field.name], {
          name: field.name,
          structure: lookupName(shape.codec.name),
          parents: `${around.parents.split('.')[1] ?? ''}.${around.name}`,
        }),
      )
    case 'string':
    case 'document':
      return [[around.structure, around.name, value, around.parents]]
    default:
      return []
  }
}
