import { expect, it } from 'vitest'
import { changeLines } from '../../src/cli/change-lines.js'
import { tableChangeOf } from '../../src/insight/table-change.js'

const table = (columns: ReadonlyArray<object>, more: object = {}, storage: object = {}): object => ({
  tableInput: { name: 'orders', storageDescriptor: { columns, ...storage }, ...more },
})

function lines(before: object, after: object): ReadonlyArray<string> {
  const change = tableChangeOf(before, after)
  return change.kind === 'CHANGE' ? changeLines(change) : [change.why]
}

it('lists changes of columns', () => {
  const id = { name: 'id', type: 'int' }
  const old = { name: 'old', type: 'string' }
  expect(lines(table([id, old]), table([{ ...id, type: 'bigint' }, { name: 'note', type: 'string' }, { name: 'bare' }]))).toEqual([
    'columns: +note string, +bare, -old, id int -> bigint',
  ])
  expect(lines(table([id, old]), table([old, id]))).toEqual(['columns: reordered'])
})

it('names parameters, and not their values', () => {
  const before = table([], { parameters: { password: 'hunter2', kept: '1' } }, { location: 's3://lake/a' })
  const after = table([], { parameters: { password: 'hunter3', kept: '1' }, description: 'new' }, { location: 's3://lake/b' })
  expect(lines(before, after)).toEqual(['location: s3://lake/a -> s3://lake/b', 'parameters: password', 'other: description'])
})

it('is empty where nothing changes', () => {
  expect(lines(table([]), table([]))).toEqual([])
})
