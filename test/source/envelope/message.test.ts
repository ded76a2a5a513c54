import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const source = readFileSync(new URL('../../../src/source/envelope/message.ts', import.meta.url), 'utf8')
const guide = readFileSync(new URL('../../../docs/guide/envelopes.md', import.meta.url), 'utf8')

const namesOf = (type: string): ReadonlyArray<string> => {
  const [, body = ''] = new RegExp(`^export type ${type} =\\n((?: {2}\\| '.+'\\n)+)`, 'm').exec(source) ?? []
  return [...body.matchAll(/'([A-Z0-9_]+)'/g)].flatMap((match) => match[1] ?? [])
}

it.each([
  ['EnvelopeKind', 14],
  ['NoticeName', 8],
])('the guide says what each %s is', (type, count) => {
  const names = namesOf(type)
  expect(names.length).toBe(count)
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
})
