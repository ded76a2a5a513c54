import { expect, it } from 'vitest'
import { csv } from '../../../src/cli/form/csv.js'
import { departingCall, glueCall, insight } from '../../support/records.js'
import { shown } from '../../support/shown.js'

const HEAD =
  'event_time,event_id,event_source,event_name,read_only,outcome,error_code,error_message,actor_kind,actor_name,actor_role,actor_session,' +
  'actor_arn,actor_account_id,resources,resources_complete,source_ip_address,user_agent,account_id,region,match,marks,issues,file,index\r\n'

it('has its columns, whatever there is', () => {
  expect(csv.begin()).toBe(HEAD)
  expect(csv.end()).toBe('')
})

it('is one line of a record', () => {
  const record = {
    ...glueCall,
    eventID: 'e-1',
    readOnly: false,
    userAgent: 'a, "b"',
    errorCode: 'AccessDenied',
    errorMessage: '=1',
    recipientAccountId: '111122223333',
  }
  expect(csv.record(shown(record, { match: 'unknown', file: 'a.json', index: 4 }))).toBe(
    '2024-05-14T06:10:00Z,e-1,glue.amazonaws.com,StartJobRun,false,DENIED,AccessDenied,' +
      "'=1,USER,johndoe,,,arn:aws:iam::123456789012:user/johndoe,123456789012," +
      'arn:aws:glue:eu-central-1:123456789012:job/nightly,true,192.0.2.7,"a, ""b""",111122223333,eu-central-1,unknown,,,a.json,4\r\n',
  )
})

it('says where a record departs', () => {
  const issues = [
    { code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' },
    { code: 'WRONG_TYPE', path: ['b'], expected: 'a list', received: 'a number' },
  ] as const
  expect(csv.record(shown(departingCall, { issues }))).toContain(
    ',yes,departing,"a: expected a string, received a number; b: expected a list, received a number",a.json,0\r\n',
  )
})

it('has empty cells for what a record does not have', () => {
  expect(csv.record(shown(insight))).toBe('2024-05-14T06:10:00Z,,,,,,,,UNKNOWN,,,,,,,false,,,,eu-central-1,yes,,,a.json,0\r\n')
})
