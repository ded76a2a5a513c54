import { describe, expect, it } from 'vitest'
import { readSchemas } from '../../codegen/read/schemas.js'

const operation = (input: unknown) => ({ Do$: [9, 'com.example', 'Do', 0, input, -1] })

describe('readSchemas', () => {
  it('reads structures, lists, maps and what is sensitive', () => {
    const Password = [0, 'com.example', 'Password', 8, 0]
    const Inner = [3, 'com.example', 'Inner', 0, ['Leaf'], [1], 0]
    const Input = [
      3,
      'com.example',
      'Input',
      0,
      ['Name', 'Secret', 'Tags', 'Inners', 'When'],
      [0, [() => Password, 0], 128, [1, 'com.example', 'Inners', 0, () => Inner], 4],
      1,
    ]
    const { operations, structures } = readSchemas(operation(() => Input))
    expect(operations).toEqual([{ name: 'Do', request: 'Input', response: undefined }])
    expect(structures.get('Input')?.members).toEqual([
      { apiName: 'Name', requiredByApi: true, type: { kind: 'string', sensitive: false } },
      { apiName: 'Secret', requiredByApi: false, type: { kind: 'string', sensitive: true } },
      { apiName: 'Tags', requiredByApi: false, type: { kind: 'map', sensitive: false, item: { kind: 'string', sensitive: false } } },
      {
        apiName: 'Inners',
        requiredByApi: false,
        type: { kind: 'list', sensitive: false, item: { kind: 'structure', name: 'Inner', sensitive: false } },
      },
      { apiName: 'When', requiredByApi: false, type: { kind: 'timestamp', sensitive: false } },
    ])
  })

  it('stops at what it does not know, naming it', () => {
    const Input = (member: unknown) => [3, 'com.example', 'Input', 0, ['Member'], [member], 0]
    expect(() => readSchemas(operation(() => Input(42)))).toThrow('simple shape of the unknown type 42')
    expect(() => readSchemas(operation(() => Input(() => [77, 'com.example', 'Odd', 0, 1])))).toThrow('shape Odd is of the unknown kind 77')
    expect(() => readSchemas(operation(() => Input('text')))).toThrow('schema of an unknown form: text')
  })
})
