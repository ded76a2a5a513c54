import { expect, it } from 'vitest'
import { VIA_KINDS } from '../../../src/insight/via-kinds.js'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { glueCall } from '../../support/records.js'

const by = (invokedBy: string) => ({ ...glueCall, userIdentity: { ...glueCall.userIdentity, invokedBy } })
const terraform = { ...glueCall, userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.8.3 (+https://www.terraform.io)' }

it.each([
  ['ATHENA', by('athena.amazonaws.com'), 'YES'],
  ['athena', by('athena.amazonaws.com'), 'YES'],
  ['glue-job', by('athena.amazonaws.com'), 'NO'],
  [['console', 'terraform'], terraform, 'YES'],
  ['console', terraform, 'NO'],
  ['glue-job', by('glue.amazonaws.com'), 'UNKNOWN'],
  ['console', by('glue.amazonaws.com'), 'NO'],
  ['service', by('glue.amazonaws.com'), 'YES'],
  ['cli', glueCall, 'UNKNOWN'],
  ['UNKNOWN', glueCall, 'YES'],
])('via %j of %j: %s', (via, record, verdict) => {
  expect(verdictOf({ via }, record)).toBe(verdict)
})

it('takes every kind, and no other string', () => {
  expect(VIA_KINDS.flatMap((kind) => issuesOfFilter({ via: kind }))).toEqual([])
  expect(predicateOf({ via: 'cli' }).index).toBeUndefined()
  const expected = `expected one of ${VIA_KINDS.join(', ')}, received another string`
  expect(issuesOfFilter({ via: 'telnet' })).toEqual([`via: ${expected}`])
  expect(issuesOfFilter({ via: ['cli', 'telnet'] })).toEqual([`via[1]: ${expected}`])
})
