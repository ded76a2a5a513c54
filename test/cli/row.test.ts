import { describe, expect, it } from 'vitest'
import { tableRow } from '../../src/cli/row.js'
import type { Shown } from '../../src/cli/shown.js'
import type { NonconformingRecord } from '../../src/generated/record/nonconforming-record.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'
import { shown } from '../support/shown.js'

const row = (record: NonconformingRecord, more: Partial<Shown> = {}) => tableRow(shown(record, more))

describe('tableRow', () => {
  it('has actor, API, time, address and outcome', () => {
    expect(row({ ...glueCall, recipientAccountId: '123456789012' })).toEqual({
      date: '2024-05-14',
      time: '06:10:00',
      actor: 'johndoe',
      api: 'StartJobRun',
      resource: 'nightly',
      outcome: 'ok',
      address: '192.0.2.7',
      onBehalfOf: '',
      account: '123456789012',
      region: 'eu-central-1',
      marks: [],
      failed: false,
      read: false,
    })
  })

  it.each([
    [{ errorCode: 'AccessDenied' }, 'AccessDenied'],
    [{ errorCode: '', errorMessage: 'no code' }, 'failed'],
    [{ errorCode: null }, 'ok'],
  ])('knows failure: %j', (members, outcome) => {
    expect(row({ ...glueCall, ...members })).toMatchObject({ outcome, failed: outcome !== 'ok' })
  })

  it('names the service where it is not Glue', () => {
    expect(row(otherServiceCall).api).toBe('s3:GetObject')
  })

  it('has labels for records that are not calls', () => {
    expect(row(insight)).toMatchObject({ api: 'Insight GetTable', actor: '', address: '' })
    expect(row(aggregated)).toMatchObject({ api: 'Aggregated s3:', date: '2024-05-14', time: '06:10:00' })
  })

  it('knows reads', () => {
    expect(row({ ...glueCall, eventName: 'GetTables' }).read).toBe(true)
    expect(row({ ...otherServiceCall, readOnly: true }).read).toBe(true)
    expect(row(otherServiceCall).read).toBe(false)
  })

  it('has marks for what limits the other cells', () => {
    const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
    const hidden = { connectionInput: { connectionProperties: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }
    const issue = { code: 'WRONG_TYPE', path: ['awsRegion'], expected: 'a string', received: 'a number' } as const
    expect(row({ ...glueCall, requestParameters: omitted }).marks).toEqual(['omitted'])
    expect(row({ ...glueCall, eventName: 'CreateConnection', requestParameters: hidden }).marks).toEqual(['redacted'])
    const batch = { ...glueCall, eventName: 'BatchStopJobRun', requestParameters: { jobName: 'nightly', jobRunIds: ['jr_1'] } }
    expect(row({ ...batch, responseElements: null })).toMatchObject({ marks: ['ok?'], outcome: 'ok?', failed: false })
    expect(row({ ...batch, responseElements: {} })).toMatchObject({ marks: [], outcome: 'ok' })
    expect(row({ ...glueCall, awsRegion: 5 }, { issues: [issue] })).toMatchObject({
      marks: ['nonconforming'],
      outcome: 'nonconforming',
      region: '',
    })
  })

  it('is safe to print, whatever the record says', () => {
    const hostile = '\u001b[2J\u202e\nx'
    const strings = row({
      userIdentity: { type: 'IAMUser', userName: hostile },
      eventTime: hostile,
      eventSource: hostile,
      eventName: hostile,
      awsRegion: hostile,
      sourceIPAddress: hostile,
      recipientAccountId: hostile,
      errorCode: hostile,
    })
    expect(Object.values(strings).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(strings.actor).toBe('\\u001b[2J\\u202e\\u000ax')
  })

  it('is bounded, whatever the record says', () => {
    const long = 'x'.repeat(4_000_000)
    const cells = row({ ...glueCall, eventTime: long, eventName: long, userIdentity: { type: 'IAMUser', userName: long }, errorCode: long })
    expect(Object.values(cells).join('').length).toBeLessThan(3000)
  })
})
