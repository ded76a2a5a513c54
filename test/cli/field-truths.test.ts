/** Records that were reported to give wrong answers, through the command. */
import { expect, it } from 'vitest'
import { runCommand } from '../support/run-command.js'
import { describeShared, sharedPath } from '../support/shared.js'

describeShared('field cases', () => {
  const decoded = (file: string, ...args: ReadonlyArray<string>) =>
    runCommand(['decode', sharedPath(`cases/${file}`), '--source', '*', ...args])

  it('name the person for whom a service called: in a column, in the table, in summary, and for --actor', async () => {
    const person = '94482488-3041-7026-18f3-be45837cd0e4'
    const file = '31-trusted-identity.json'
    const { status, out } = await decoded(file, '--columns', 'actor,actor_on_behalf_of')
    expect([status, out]).toEqual([0, `actor,actor_on_behalf_of\r\nAthenaTip/AthenaJWT,${person}\r\n`])
    expect((await decoded(file, '--format', 'table')).out).toContain(`\n    on behalf of: ${person}\n`)
    expect((await decoded(file, '--actor', person)).err).toContain(', 1 matched, 0 unknown,')
    const summary = await runCommand(['summary', sharedPath(`cases/${file}`), '--format', 'json'])
    expect(JSON.parse(summary.out).onBehalfOf.top).toEqual([{ name: person, calls: 1, failed: 0 }])
  })

  it('accept a map that arrives as a string', async () => {
    const { status, err } = await decoded('33-map-as-text.json')
    expect([status, err]).toEqual([0, '1 file, 1 record, 1 Glue, 1 matched, 0 unknown, 0 nonconforming, 0 broken\n'])
  })

  it('are all denied, and nothing of the message is part of a name', async () => {
    const { status, out, err } = await decoded('41-denials.json', '--denied', '--columns', 'api,resource,resources')
    expect([status, err]).toEqual([0, expect.stringContaining(', 5 matched, 0 unknown,')])
    const arn = 'arn:aws:glue:eu-central-1:123456789012:'
    expect(out.trimEnd().split('\r\n')).toEqual([
      'api,resource,resources',
      `GetTable,sales.orders,${arn}table/sales/orders`,
      `GetTable,sales.orders,${arn}table/sales/orders`,
      'GetConnection,?,',
      `GetJobRuns,Copy parking landing zone to raw,${arn}job/Copy parking landing zone to raw`,
      `GetTable,Sales.Orders,${arn}table/sales/orders`,
    ])
  })
})
