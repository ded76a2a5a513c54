import { describeRecord, formatRecord } from 'glue-trail/describe'
import { describe, expect, it } from 'vitest'

const description = describeRecord()

describe('formatRecord', () => {
  it('prints this beginning, middle and end', () => {
    const content = formatRecord(description, 'text')
    expect(
      content.startsWith(`CloudTrail record

CallRecord
  The members of management, data and network activity events of any service. Only \`eventTime\` and
  \`awsRegion\` are always present; \`since\` is the \`eventVersion\` that added a member, and later
  records may still lack it.
  https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

  eventSource                   string, always there, since 1.0. Host name of the service that was
                                called, such as \`glue.amazonaws.com\`.
`),
    ).toBe(true)
    expect(content).toContain(`
  annotation                    any JSON, in no AWS page. Named by AWS as a string column of event
                                data stores and as the first member cut from large records, and
                                described nowhere.

InsightRecord
`)
    expect(content).toContain(`

TlsDetails
  How the connection was secured. Any subset of the members occurs, \`{}\` included; missing if a
  service or the console made the call on behalf of the identity.
  https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

  tlsVersion                string. Protocol version, such as \`TLSv1.2\` or \`TLSv1.3\`.
`)
    expect(
      content.endsWith(`
  userName          The user id as the provider gives it; for Kubernetes
                    \`system:serviceaccount:NAMESPACE:NAME\`.
  principalId       Issuer, application id and user id, joined by \`:\`.
  identityProvider  The issuer: a host such as \`accounts.google.com\`, or the ARN of an OIDC provider
                    in IAM.`),
    ).toBe(true)
  })

  it('is this Markdown, with the page of a member where it is another than that of its section', () => {
    const content = formatRecord(description, 'markdown')
    expect(
      content.startsWith(
        '# CloudTrail record\n\n## CallRecord\n\nThe members of management, data and network activity events of any service.',
      ),
    ).toBe(true)
    expect(content).toContain(
      '\n| `tlsDetails` | [TlsDetails](#tlsdetails) | since 1.08 | How the connection was secured; absent when a service made the call, `{}` at times. |\n',
    )
    expect(content).toContain(
      '| `userIdentity` | [AnyIdentity](#anyidentity) | since 1.0 | Who made the call and with which credentials. May be missing, or have no `type`. [AWS page](https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html) |',
    )
    expect(content).toContain(
      '\n## RootIdentity\n\nThe root of an account, signed in or through AssumeRoot. Its `type` is `Root`. [AWS page](',
    )
  })

  it.each([80, 100, 200])('fits %d columns but for addresses', (width) => {
    const long = formatRecord(description, 'text', { width })
      .split('\n')
      .filter((line) => line.length > width)
    expect(long.filter((line) => !/^ *https:\S+$/.test(line))).toEqual([])
  })

  it('has every member of every structure', () => {
    const content = formatRecord(description, 'text')
    for (const { members } of [...description.records, ...description.structures]) {
      for (const { name } of members) expect(content).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    }
  })
})
