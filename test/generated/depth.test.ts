/**
 * Depth: modelled structures that contain themselves are followed to `maxDepth` levels, 64 unless the caller says
 * otherwise, and no depth of input makes decoding throw.
 */
import { decodeRecord, GlueEvent } from 'glue-trail'
import { Mapping, Table } from 'glue-trail/shapes'
import { describe, expect, it } from 'vitest'
import { StructureType } from '../../src/codec/structure.js'
import { glueEvents } from '../../src/generated/registry.js'
import { outcomeText } from '../support/outcome.js'
import { codecOf, type Path, reachable, type Value } from '../support/sample.js'

const event = (eventName: string, requestParameters: unknown, responseElements: unknown = null): Value => ({
  eventSource: 'glue.amazonaws.com',
  eventName,
  eventTime: '2024-05-01T12:00:00Z',
  awsRegion: 'eu-central-1',
  requestParameters,
  responseElements,
})

/** A way for a structure to contain itself: the record with that many levels, and the path to the innermost. */
interface Nest {
  readonly name: string
  readonly record: (levels: number) => Value
  readonly path: (levels: number) => Path
}

/** Structures in each other, the innermost empty, by the member that holds the next at each step. */
function nested(levels: number, step: (level: number, inner: unknown) => unknown): unknown {
  let inner: unknown = {}
  for (let level = levels - 1; level >= 1; level--) inner = step(level, inner)
  return inner
}

const range = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i + 1)

const TABLE_STEPS = ['status', 'details', 'requestedChange']
const tableStep = (level: number): string => TABLE_STEPS[(level - 1) % 3] ?? ''

const NESTS: ReadonlyArray<Nest> = [
  {
    name: 'Table in StatusDetails in TableStatus in Table',
    record: (levels) => event('GetTable', null, { table: nested(levels, (level, inner) => ({ [tableStep(level)]: inner })) }),
    path: (levels) => ['responseElements', 'table', ...range(levels - 1).map(tableStep)],
  },
  {
    name: 'SearchFilterClause in the list of another',
    record: (levels) => event('SearchAssets', { filterClause: nested(levels, (_, inner) => ({ andAllFilters: [inner] })) }),
    path: (levels) => ['requestParameters', 'filterClause', ...range(levels - 1).flatMap(() => ['andAllFilters', 0])],
  },
  {
    name: 'Mapping in the children of another',
    record: (levels) =>
      event('CreateJob', {
        codeGenConfigurationNodes: { node: { applyMapping: { mapping: [nested(levels, (_, inner) => ({ children: [inner] }))] } } },
      }),
    path: (levels) => [
      'requestParameters',
      'codeGenConfigurationNodes',
      'node',
      'applyMapping',
      'mapping',
      0,
      ...range(levels - 1).flatMap(() => ['children', 0]),
    ],
  },
]

const tooDeep = (path: Path, most: number): unknown => ({
  _tag: 'Both',
  left: [{ code: 'TOO_DEEP', path, expected: `at most ${most} levels`, received: 'more' }],
})

describe.each(NESTS)('$name', ({ record, path }) => {
  it('decodes 64 levels and reports the 65th at its path', () => {
    expect(outcomeText(decodeRecord(record(64)))).toBe('Right')
    const deep = record(65)
    expect(decodeRecord(deep)).toMatchObject(tooDeep(path(65), 64) as object)
    expect(decodeRecord(deep)).toHaveProperty('right', deep)
    expect(GlueEvent.is(record(64))).toBe(true)
    expect(GlueEvent.is(record(65))).toBe(false)
  })

  it('respects maxDepth, from 1 to 1000', () => {
    for (const most of [1, 2, 3, 10, 63, 65, 200, 1000]) {
      expect(outcomeText(decodeRecord(record(most), { maxDepth: most }))).toBe('Right')
      expect(decodeRecord(record(most + 1), { maxDepth: most })).toMatchObject(tooDeep(path(most + 1), most) as object)
    }
    expect(decodeRecord(record(1001), { maxDepth: 5000 })).toMatchObject(tooDeep(path(1001), 1000) as object)
    expect(outcomeText(decodeRecord(record(1), { maxDepth: 0 }))).toBe('Right')
    expect(decodeRecord(record(2), { maxDepth: -3 })).toMatchObject(tooDeep(path(2), 1) as object)
    expect(decodeRecord(record(65), { maxDepth: Number.NaN })).toMatchObject(tooDeep(path(65), 64) as object)
    expect(outcomeText(decodeRecord(record(64)))).toBe('Right')
  })

  it('reports 100,000 levels without throwing, by decodeRecord and by io-ts', () => {
    const deep = record(100_000)
    expect(decodeRecord(deep)).toMatchObject(tooDeep(path(65), 64) as object)
    expect(decodeRecord(deep, { maxDepth: 1000 })).toMatchObject(tooDeep(path(1001), 1000) as object)
    expect(GlueEvent.decode(deep)._tag).toBe('Left')
  })

  it('takes what is wrong in the last level allowed for what it is', () => {
    const deep = record(64)
    let place: unknown = deep
    for (const key of path(64).slice(0, -1)) place = Reflect.get(Object(place), key)
    Reflect.set(Object(place), path(64).at(-1) ?? '', 'wrong')
    expect(decodeRecord(deep)).toMatchObject({ _tag: 'Both', left: [{ code: 'WRONG_TYPE', path: path(64) }] })
  })
})

describe('Depth', () => {
  it('counts every branch on its own, and only structures that contain themselves', () => {
    const branch = nested(64, (_, inner) => ({ children: [inner] }))
    const wide = event('CreateJob', {
      codeGenConfigurationNodes: { node: { applyMapping: { mapping: Array.from({ length: 50 }, () => branch) } } },
    })
    expect(outcomeText(decodeRecord(wide))).toBe('Right')
    expect(outcomeText(decodeRecord(event('GetMapping', null, { mapping: [{}] }), { maxDepth: 1 }))).toBe('Right')
  })

  it('is never counted in members the model does not know, nor in documents', () => {
    let deep: unknown = []
    for (let i = 0; i < 100_000; i++) deep = [deep]
    const record = { ...event('GetTable', { unknownToTheModel: deep }), additionalEventData: deep, annotation: deep }
    expect(outcomeText(decodeRecord(record))).toBe('Right')
    expect(outcomeText(decodeRecord({ ...record, eventSource: 's3.amazonaws.com', requestParameters: deep }))).toBe('Right')
  })

  it('limits exactly the structures that contain themselves', () => {
    const codecs = glueEvents().flatMap((codec) => (codec instanceof StructureType ? [codec] : []))
    const containsItself = (codec: StructureType<unknown>): boolean => {
      const parts = reachable([codec]).filter((part) =>
        part.fields.some(({ shape }) => {
          let inner = shape
          while (inner.kind === 'list' || inner.kind === 'map') inner = inner.item
          return inner.kind === 'structure' && codecOf(inner) === codec
        }),
      )
      return parts.length > 0
    }
    const recursive = reachable(codecs).filter(containsItself)
    expect(recursive.map(({ name }) => name).sort()).toEqual(['Mapping', 'SearchFilterClause', 'StatusDetails', 'Table', 'TableStatus'])
    expect(reachable(codecs).filter((codec) => codec.recursive)).toHaveLength(5)
    expect(recursive.every((codec) => codec.recursive)).toBe(true)
  })

  it('is limited in a shape used alone as well', () => {
    const deep = (levels: number): unknown => nested(levels, (_, inner) => ({ children: [inner] }))
    expect(Mapping.is(deep(64))).toBe(true)
    const decoded = Mapping.decode(deep(65))
    const at = `${'children[0].'.repeat(64)}`.slice(0, -1)
    expect(decoded._tag === 'Left' && decoded.left.map(({ message }) => message)).toEqual([
      `${at}: expected at most 64 levels, received more`,
    ])
    expect(Table.is(nested(65, (level, inner) => ({ [tableStep(level)]: inner })))).toBe(false)
  })
})
