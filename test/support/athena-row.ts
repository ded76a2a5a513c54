/**
 * The columns of AWS's table, and what its SerDe makes of a record: lower-case names, null for what is absent, JSON for
 * payloads.
 */
export const PLAIN = [
  'eventVersion',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'requestID',
  'eventID',
  'eventType',
  'apiVersion',
  'recipientAccountId',
  'sharedEventID',
  'vpcEndpointId',
  'vpcEndpointAccountId',
  'eventCategory',
]
export const PAYLOADS = ['requestParameters', 'responseElements', 'additionalEventData', 'serviceEventDetails']
export const IDENTITY = ['type', 'principalId', 'arn', 'accountId', 'invokedBy', 'accessKeyId', 'userName']
export const ISSUER = ['type', 'principalId', 'arn', 'accountId', 'userName']
export const ATTRIBUTES = ['mfaAuthenticated', 'creationDate']
export const TLS = ['tlsVersion', 'cipherSuite', 'clientProvidedHostHeader']

export type Members = Readonly<Record<string, unknown>>

const lower = (members: Members | undefined, names: ReadonlyArray<string>): Members | null =>
  members == null ? null : Object.fromEntries(names.map((name) => [name.toLowerCase(), members[name] ?? null]))

/** The row of a record. */
export function athenaRow(record: Members): Members {
  const identity = record.userIdentity as Members | undefined
  const session = identity?.sessionContext as Members | undefined
  return {
    ...lower(record, PLAIN),
    useridentity:
      identity == null
        ? null
        : {
            ...lower(identity, IDENTITY),
            sessioncontext:
              session == null
                ? null
                : {
                    attributes: lower(session.attributes as Members | undefined, ATTRIBUTES),
                    sessionissuer: lower(session.sessionIssuer as Members | undefined, ISSUER),
                    ec2roledelivery: session.ec2RoleDelivery ?? null,
                  },
          },
    ...Object.fromEntries(PAYLOADS.map((name) => [name.toLowerCase(), record[name] == null ? null : JSON.stringify(record[name])])),
    readonly: record.readOnly == null ? null : String(record.readOnly),
    resources: (record.resources as ReadonlyArray<Members> | undefined)?.map((one) => ({
      arn: one.ARN ?? null,
      accountid: one.accountId ?? null,
      type: one.type ?? null,
    })),
    tlsdetails: lower(record.tlsDetails as Members | undefined, TLS),
  }
}
