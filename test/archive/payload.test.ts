import { describe, expect, it } from 'vitest'
import { payloadsIn } from '../../src/archive/payload.js'

const payloads = (content: string) =>
  Object.fromEntries(Object.entries(payloadsIn(Buffer.from(content))).map(([name, json]) => [name, Buffer.from(json).toString()]))

describe('payloadsIn', () => {
  it('gives the JSON as it stands there', () => {
    expect(
      payloads('{"requestParameters":{"a":12345678901234567890,"a":1.50},"responseElements": [ "é" ] ,"additionalEventData":"x"}'),
    ).toEqual({
      requestParameters: '{"a":12345678901234567890,"a":1.50}',
      responseElements: '[ "é" ]',
      additionalEventData: '"x"',
    })
  })

  it('has none that is null or absent', () => {
    expect(payloads('{"requestParameters":null,"responseElements" : null }')).toEqual({})
    expect(payloads('{}')).toEqual({})
    expect(payloads(' { } ')).toEqual({})
  })

  it('takes the last of several, under an escaped name too, and none that is deeper', () => {
    expect(payloads('{"x":{"requestParameters":0},"requestParameters":1,"\\u0072equestParameters":2}')).toEqual({ requestParameters: '2' })
    expect(payloads('{"requestParameters":1,"requestParameters":null}')).toEqual({})
    expect(payloads('{"requestParameters":null,"requestParameters":"a,}\\""}')).toEqual({ requestParameters: '"a,}\\""' })
  })

  it('keeps a payload that is deeper than a printer of JSON goes', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    expect(payloads(`{"requestParameters":${deep}}`)).toEqual({ requestParameters: deep })
  })
})
