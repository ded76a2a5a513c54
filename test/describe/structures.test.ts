import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/codec/fields.js'
import { fieldsOf } from '../../src/codec/structure.js'
import { isSensitive, structureIn, structuresFrom, typeText } from '../../src/describe/structures.js'
import { Column, Table } from '../../src/generated/shapes/index.js'

const stringShape: Shape = { kind: 'string', sensitive: false }
const column: Shape = { kind: 'structure', codec: Column, sensitive: false }

describe('typeText', () => {
  it.each<[Shape, string]>([
    [stringShape, 'string'],
    [{ kind: 'timestamp', sensitive: false }, 'timestamp'],
    [{ kind: 'document', sensitive: false }, 'any JSON'],
    [{ kind: 'boolean or string', sensitive: false }, 'boolean or string'],
    [{ kind: 'absent', sensitive: false }, 'absent'],
    [{ kind: 'literal', value: 'Insight', sensitive: false }, '"Insight"'],
    [column, 'Column'],
    [{ kind: 'list', item: { kind: 'map', item: column, sensitive: false }, sensitive: false }, 'list of map of Column'],
  ])('%j is %s', (shape, words) => {
    expect(typeText(shape)).toBe(words)
  })

  it('has the name of an enum where there is one', () => {
    expect(typeText({ kind: 'map', item: stringShape, sensitive: false }, 'WorkerType')).toBe('map of WorkerType')
  })
})

it('structureIn looks into lists and maps', () => {
  expect(structureIn({ kind: 'list', item: { kind: 'map', item: column, sensitive: false }, sensitive: false })).toBe(Column)
  expect(structureIn({ kind: 'list', item: stringShape, sensitive: false })).toBeUndefined()
})

it('isSensitive looks into lists and maps, not into structures', () => {
  expect(isSensitive(stringShape)).toBe(false)
  expect(isSensitive({ kind: 'list', item: { ...stringShape, sensitive: true }, sensitive: false })).toBe(true)
  expect(isSensitive({ kind: 'map', item: stringShape, sensitive: true })).toBe(true)
  expect(isSensitive(column)).toBe(false)
})

describe('structuresFrom', () => {
  it('ends where structures contain themselves', () => {
    const found = [...structuresFrom(fieldsOf(Table))].map(({ name }) => name)
    expect(found).toContain('Table')
    expect(found).toContain('Column')
    expect(new Set(found).size).toBe(found.length)
  })

  it('puts each after the one that mentions it first', () => {
    const names = [...structuresFrom(fieldsOf(Table))].map(({ name }) => name)
    expect(names.indexOf('StorageDescriptor')).toBeLessThan(names.indexOf('Column'))
    expect(names.indexOf('SkewedInfo')).toBeLessThan(names.indexOf('SchemaReference'))
  })
})
