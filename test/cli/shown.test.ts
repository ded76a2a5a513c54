import { describe, expect, it } from 'vitest'
import { type ShownOptions, shownIn } from '../../src/cli/shown.js'
import { decodeLog } from '../../src/source/decode-log.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'

const json = JSON.stringify({ Records: [glueCall, 5, nonconformingCall, otherServiceCall] })

const log = async (verdicts: Readonly<Record<string, 'YES' | 'NO' | 'UNKNOWN'>>) => {
  const where = { test: ({ eventName }: { readonly eventName?: unknown }) => verdicts[String(eventName)] ?? ('YES' as const) }
  return { source: 'a.json', isLast: true, ...(await decodeLog(new TextEncoder().encode(json), { where })) }
}

describe('shownIn', () => {
  it('is what is a record and wanted, with its bytes and its place', async () => {
    const all = [...shownIn(await log({ GetObject: 'NO' }), {})]
    expect(all.map(({ record, match, file, index, bytes }) => [record, match, file, index, Buffer.from(bytes).toString()])).toEqual([
      [glueCall, 'YES', 'a.json', 0, JSON.stringify(glueCall)],
      [nonconformingCall, 'YES', 'a.json', 2, JSON.stringify(nonconformingCall)],
    ])
    expect(all.map(({ issues }) => issues.length)).toEqual([0, 1])
  })

  it('leaves out records the filter cannot decide only on request', async () => {
    const undecided = await log({ UpdateTable: 'UNKNOWN' })
    expect([...shownIn(undecided, {})].map(({ match }) => match)).toEqual(['YES', 'UNKNOWN', 'YES'])
    expect([...shownIn(undecided, { knownOnly: true })].map(({ index }) => index)).toEqual([0, 3])
  })
})

it('says why the filter cannot decide only on request, without keys that may be secrets', async () => {
  const reasons = [
    { field: 'resource', kind: 'ABSENT', path: ['requestParameters', '?password=hunter2'] },
    { field: 'resource', kind: 'ABSENT', path: ['requestParameters', 'arguments', 'hunter2'] },
  ]
  const where = { test: () => 'UNKNOWN' as const, explain: () => reasons }
  const whole = { source: 'a.json', isLast: true, ...(await decodeLog(new TextEncoder().encode(JSON.stringify(glueCall)), { where })) }
  const reasonsWith = (options: ShownOptions) => [...shownIn(whole, options)].map(({ matchReasons }) => matchReasons)
  expect(reasonsWith({})).toEqual([undefined])
  expect(reasonsWith({ explain: true })).toEqual([reasons])
  expect(JSON.stringify(reasonsWith({ explain: true, redact: true }))).not.toContain('hunter2')
})

it('leaves out what is or may be secret where that is asked for', async () => {
  const secret = { ...glueCall, requestParameters: { jobName: 'nightly', arguments: { '--password': 'hunter2' } }, errorMessage: 'hunter2' }
  const whole = { source: 'a.json', isLast: true, ...(await decodeLog(new TextEncoder().encode(JSON.stringify(secret)))) }
  const [redacted] = shownIn(whole, { redact: true })
  expect(JSON.parse(Buffer.from(redacted?.bytes ?? []).toString())).toEqual(redacted?.record)
  expect(JSON.stringify(redacted?.record)).not.toContain('hunter2')
  expect(redacted?.record.eventName).toBe('StartJobRun')
})
