import { describe, expect, it } from 'vitest'
import { filedRecordOf } from '../../src/archive/filed-record.js'
import { filed } from '../support/filed.js'
import { glueCall } from '../support/records.js'

const decoder = new TextDecoder()

describe('filedRecordOf', () => {
  it('has the record, its bytes and its place', async () => {
    const json = ` ${JSON.stringify(glueCall).replace(',', ', ')}`
    const log = await filed('{}', json)
    const [other, record] = log.entries
    expect(other && filedRecordOf(other, log, {})).toBeUndefined()
    const found = record && filedRecordOf(record, { ...log, object: { bucket: 'b', key: 'k' } }, {})
    expect({ ...found, bytes: decoder.decode(found?.bytes) }).toEqual({
      record: glueCall,
      issues: [],
      match: 'YES',
      bytes: json.trim(),
      file: 'a.json',
      object: { bucket: 'b', key: 'k' },
      index: 1,
    })
  })

  it('is of the redacted copy where that is asked for', async () => {
    const secret = { ...glueCall, requestParameters: { jobName: 'a', arguments: { '--password': 'example-only' } } }
    const log = await filed(JSON.stringify(secret))
    const [entry] = log.entries
    const found = entry && filedRecordOf(entry, log, { redact: true })
    expect(found?.record.requestParameters).toEqual({ jobName: 'a', arguments: 'HIDDEN_DUE_TO_SECURITY_REASONS' })
    expect(JSON.parse(decoder.decode(found?.bytes))).toEqual(found?.record)
  })

  it('has no key in an issue that may be a secret', async () => {
    const connectionProperties = { 'jdbc:mysql://root:example-only@host': 5, PLAIN_NAME: 5, [`a${'b'.repeat(64)}`]: 5 }
    const log = await filed(
      JSON.stringify({ ...glueCall, eventName: 'CreateTable', requestParameters: { tableInput: { parameters: connectionProperties } } }),
    )
    const [entry] = log.entries
    const paths = (redact: boolean) => entry && filedRecordOf(entry, log, { redact })?.issues.map(({ path }) => path.at(-1))
    expect(paths(false)).toContain('jdbc:mysql://root:example-only@host')
    expect(paths(true)).toEqual(['HIDDEN_DUE_TO_SECURITY_REASONS', 'PLAIN_NAME', 'HIDDEN_DUE_TO_SECURITY_REASONS'])
  })

  it('has no key in an issue that is within a place that is redacted', async () => {
    const log = await filed(JSON.stringify({ ...glueCall, requestParameters: { jobName: 5, arguments: { PLAIN_NAME: 5 } } }))
    const [entry] = log.entries
    const paths = (redact: boolean) => entry && filedRecordOf(entry, log, { redact })?.issues.map(({ path }) => path.join('.'))
    expect(paths(false)).toEqual(['requestParameters.jobName', 'requestParameters.arguments.PLAIN_NAME'])
    expect(paths(true)).toEqual(['requestParameters.jobName', 'requestParameters.arguments.HIDDEN_DUE_TO_SECURITY_REASONS'])
  })
})
