/** Files of an attack on reading: whole and as a stream they give the same, and what is wrong is an issue. */
import { expect, it } from 'vitest'
import { decodeLog, decodeLogStream, type LogEntry, type LogIssue } from '../../src/source/index.js'
import { describeShared, sharedBytes } from '../support/shared.js'

interface Both {
  readonly values: ReadonlyArray<unknown>
  readonly codes: ReadonlyArray<string>
}

async function readBoth(bytes: Uint8Array): Promise<Both> {
  const answerOf = (entries: ReadonlyArray<LogEntry>, issues: ReadonlyArray<LogIssue>): Both => ({
    values: entries.map(({ raw }) => raw),
    codes: issues.map(({ code }) => code),
  })
  const log = await decodeLog(bytes)
  const stream = decodeLogStream([bytes.subarray(0, 1000), bytes.subarray(1000)])
  const entries: Array<LogEntry> = []
  for await (const entry of stream) entries.push(entry)
  const whole = answerOf(log.entries, log.issues)
  expect(answerOf(entries, stream.issues)).toEqual(whole)
  return whole
}

const utf8 = (json: string): Uint8Array => new TextEncoder().encode(json)

describeShared('a hostile file', () => {
  const file = (name: string): Promise<Both> => readBoth(sharedBytes(`cases/hostile/${name}.json`))

  it('without one byte loses the records at that byte alone', async () => {
    const { values, codes } = await file('one-byte-lost')
    expect(values.length).toBeGreaterThanOrEqual(3000)
    expect(codes.length).toBeGreaterThan(0)
  })

  it('with bytes that are not UTF-8 says so', async () => {
    const { values, codes } = await file('invalid-utf8')
    expect(values.length).toBe(1)
    expect(codes).toEqual(['INVALID_UTF8'])
  })

  it('with numbers that JavaScript changes says so', async () => {
    const { values, codes } = await file('numbers')
    expect(values.length).toBe(1)
    expect(new Set(codes)).toEqual(new Set(['UNSAFE_NUMBER']))
  })

  it('with names of prototypes changes none', async () => {
    const { values } = await file('proto')
    expect(values.length).toBeGreaterThan(0)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

it('with two lists of records has the records of both', async () => {
  const record = '{"eventSource":"glue.amazonaws.com","eventName":"DeleteTable"}'
  expect((await readBoth(utf8(`{"Records":[${record}],"Records":null}`))).values.length).toBe(1)
  expect((await readBoth(utf8(`{"Records":[${record}],"Records":[${record}]}`))).values.length).toBe(2)
  expect((await readBoth(utf8('[]'))).values).toEqual([])
})
