/** However a record is made, what its issues say is at most 64 KiB, through io-ts and Standard Schema too. */
import { CreateJobRequestParameters, toStandardSchema } from 'glue-trail'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

const LIMIT = 64 * 1024

/** The deepest structure of the model, with more wrong members at its end than are reported. */
function deep(): object {
  let mappings: ReadonlyArray<object> = Array.from({ length: 200 }, () => ({ toKey: 1 }))
  for (let i = 0; i < 60; i++) mappings = [...Array.from({ length: 30 }, () => ({})), { children: mappings }]
  return { codeGenConfigurationNodes: { n: { applyMapping: { name: 'a', inputs: ['b'], mapping: mappings } } } }
}

const wide = (name: string): object => ({ defaultArguments: Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${name}${i}`, 1])) })

const messagesOf = (errors: ReadonlyArray<{ readonly message?: string | undefined }>): string =>
  errors.map(({ message }) => message).join('\n')

describe.each([
  ['deep', deep()],
  ['wide', wide('k'.repeat(100))],
  ['wide, in Chinese', wide('表'.repeat(100))],
  ['wide, of what is escaped', wide('\u202e'.repeat(100))],
  ['wide, of tags', wide('\u{e0041}'.repeat(50))],
])('A request that is %s', (_, request) => {
  it('has short messages in io-ts', () => {
    const decoded = CreateJobRequestParameters.decode(request)
    const errors = decoded._tag === 'Left' ? decoded.left : []
    expect(errors).toHaveLength(100)
    expect(Buffer.byteLength(messagesOf(errors))).toBeLessThanOrEqual(LIMIT)
  })

  it('has short messages in Standard Schema', async () => {
    const { issues = [] } = await toStandardSchema(CreateJobRequestParameters)['~standard'].validate(request)
    expect(issues).toHaveLength(100)
    expect(Buffer.byteLength(messagesOf(issues))).toBeLessThanOrEqual(LIMIT)
  })
})

it('has short messages where the names around it are long too', () => {
  const names = ['表', '\u202e'].map((character) => character.repeat(100))
  let inner: t.Mixed = CreateJobRequestParameters
  for (let i = 0; i < 24; i++) inner = t.record(t.string, inner)
  for (const name of names) {
    let value: object = wide(name)
    for (let i = 0; i < 24; i++) value = { [name]: value }
    const decoded = inner.decode(value)
    const errors = decoded._tag === 'Left' ? decoded.left : []
    expect(errors).toHaveLength(100)
    expect(Buffer.byteLength(messagesOf(errors))).toBeLessThanOrEqual(LIMIT)
  }
})
