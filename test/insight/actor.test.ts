import { type Actor, type ActorFlags, actorOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const NOTHING: ActorFlags = {
  root: undefined,
  temporary: undefined,
  mfa: undefined,
  console: undefined,
  crossAccount: undefined,
  service: undefined,
  copy: undefined,
}

const PLAIN: ActorFlags = { ...NOTHING, root: false, service: false, crossAccount: false, copy: false }

describeShared('The callers of records that others published', () => {
  const records = [...corpusRecords(), ...corpusGlueRecords()]
  const SSO = 'AWSReservedSSO_AdministratorAccess_2276cacebc31d3eb'
  const FGAC = 'EmrServerlessRuntimeRole-LF-FGAC'

  it.each<readonly [where: string, actor: Actor]>([
    [
      'adanalvarez+TrailDiscover.ndjson 0',
      {
        kind: 'USER',
        name: 'TrailDiscover',
        arn: 'arn:aws:iam::111111111111:user/TrailDiscover',
        accountId: '111111111111',
        flags: { ...PLAIN, temporary: false, console: false },
      },
    ],
    [
      'adanalvarez+TrailDiscover.ndjson 3',
      {
        kind: 'ROLE',
        role: SSO,
        session: 'AdanAlvarez',
        arn: `arn:aws:sts::111111111111:assumed-role/${SSO}/AdanAlvarez`,
        issuerArn: `arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/ap-east-3r/${SSO}`,
        accountId: '111111111111',
        flags: { ...PLAIN, temporary: true, mfa: false, console: true },
      },
    ],
    [
      'adanalvarez+TrailDiscover.ndjson 2',
      {
        kind: 'UNKNOWN',
        role: 'AWSReservedSSO_AdministratorAccess_1b74cd717d47002b',
        session: 'AdanAlvarez',
        arn: 'arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AdministratorAccess_1b74cd717d47002b/AdanAlvarez',
        accountId: '111111111111',
        flags: { ...NOTHING, temporary: true, console: false, crossAccount: false, copy: false },
      },
    ],
    ['adanalvarez+TrailDiscover.ndjson 309', { kind: 'UNKNOWN', flags: NOTHING }],
    [
      'aws+aws-lakeformation-best-practices.ndjson 0',
      {
        kind: 'ROLE',
        role: FGAC,
        session: '00exampleJob2,00exampleAttempt2',
        arn: `arn:aws:sts::111122223333:assumed-role/${FGAC}/00exampleJob2,00exampleAttempt2`,
        issuerArn: `arn:aws:iam::111122223333:role/${FGAC}`,
        accountId: '111122223333',
        invokedBy: 'ops.emr-serverless.amazonaws.com',
        flags: { ...PLAIN, temporary: true, mfa: false, console: false, service: true },
      },
    ],
    [
      'awsdocs+aws-cloudtrail-user-guide.ndjson 5',
      {
        kind: 'ROOT',
        name: 'root',
        arn: 'arn:aws:iam::111122223333:root',
        accountId: '111122223333',
        flags: { ...PLAIN, root: true, mfa: false, console: true },
      },
    ],
    ['awsdocs+aws-cloudtrail-user-guide.ndjson 11', { kind: 'UNKNOWN', flags: NOTHING }],
    [
      'awsdocs+aws-cloudtrail-user-guide.ndjson 22',
      {
        kind: 'SERVICE',
        name: 'AWS Internal',
        accountId: '123456789012',
        invokedBy: 'AWS Internal',
        flags: { ...PLAIN, service: true },
      },
    ],
    [
      'awsdocs+iam-user-guide.ndjson 0',
      {
        kind: 'USER',
        name: 'JaneDoe',
        arn: 'arn:aws:iam::444455556666:user/JaneDoe',
        accountId: '444455556666',
        invokedBy: 'signin.amazonaws.com',
        flags: { ...NOTHING, root: false, mfa: false, console: true, service: true },
      },
    ],
    [
      'awsdocs+iam-user-guide.ndjson 1',
      {
        kind: 'USER',
        name: 'JohnDoe',
        arn: 'arn:aws:iam::777788889999:user/JohnDoe',
        accountId: '777788889999',
        flags: { ...PLAIN, temporary: false, crossAccount: true, copy: true },
      },
    ],
    ['awsdocs+iam-user-guide.ndjson 2', { kind: 'ACCOUNT', accountId: '777788889999', flags: NOTHING }],
    [
      'awsdocs+iam-user-guide.ndjson 3',
      {
        kind: 'ROLE',
        role: 'JohnDoe',
        session: 'JohnRole1',
        arn: 'arn:aws:sts::111111111111:assumed-role/JohnDoe/JohnRole1',
        issuerArn: 'arn:aws:iam::111111111111:role/JohnRole1',
        accountId: '111111111111',
        sourceIdentity: 'JohnDoe',
        flags: { ...PLAIN, temporary: true, mfa: false },
      },
    ],
    [
      'boogy+cloudtrail-rs.ndjson 3',
      {
        kind: 'WEB_IDENTITY_USER',
        name: 'system:serviceaccount:prod:checkout',
        federatedProvider: 'arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
        flags: { ...NOTHING, root: false, console: false, service: false },
      },
    ],
    [
      'boogy+cloudtrail-rs.ndjson 11',
      {
        kind: 'SERVICE',
        name: 'monitoring.amazonaws.com',
        invokedBy: 'monitoring.amazonaws.com',
        flags: { ...NOTHING, root: false, console: false, service: true },
      },
    ],
    [
      'boogy+cloudtrail-rs.ndjson 12',
      { kind: 'ACCOUNT', session: 'session', accountId: '210987654321', flags: { ...NOTHING, crossAccount: true, service: true } },
    ],
    ['boogy+cloudtrail-rs.ndjson 19', { kind: 'UNKNOWN', flags: NOTHING }],
    ['boogy+cloudtrail-rs.ndjson 20', { kind: 'UNKNOWN', flags: NOTHING }],
    ['flosell+trailscraper.ndjson 0', { kind: 'UNKNOWN', accountId: '111111111111', flags: NOTHING }],
    [
      'panther-labs+panther-analysis.ndjson 5',
      {
        kind: 'FEDERATED_USER',
        name: 'federated-user',
        arn: 'arn:aws:sts::123456789012:federated-user/federated-user',
        accountId: '123456789012',
        flags: { ...PLAIN, temporary: true },
      },
    ],
    [
      'panther-labs+panther-analysis.ndjson 98',
      { kind: 'ACCOUNT', accountId: '111122223333', flags: { ...NOTHING, console: false, crossAccount: false, copy: false } },
    ],
    [
      'panther-labs+panther-analysis.ndjson 409',
      { kind: 'ACCOUNT', session: 'session-name', accountId: '111111111111', flags: { ...NOTHING, crossAccount: true } },
    ],
    [
      'awsdocs+aws-glue-developer-guide.json 1',
      {
        kind: 'USER',
        name: 'johndoe',
        arn: 'arn:aws:iam::123456789012:user/johndoe',
        accountId: '123456789012',
        flags: { ...PLAIN, temporary: false },
      },
    ],
    [
      'cloud-custodian+cloud-custodian.json 0',
      {
        kind: 'USER',
        name: 'fake@fakeemail.com',
        arn: 'arn:aws:iam::644160558196:user/fake@fakeemail.com',
        accountId: '644160558196',
        flags: { ...NOTHING, root: false, temporary: true, mfa: false, console: true, service: false },
      },
    ],
    [
      'cloud-custodian+cloud-custodian.json 1',
      {
        kind: 'ROLE',
        role: 'CloudCustodianRole',
        session: 'custodian-net-change-encryption',
        arn: 'arn:aws:sts::644160558196:assumed-role/CloudCustodianRole/custodian-net-change-encryption',
        issuerArn: 'arn:aws:iam::644160558196:role/CloudCustodianRole',
        accountId: '644160558196',
        flags: { ...NOTHING, root: false, temporary: true, mfa: false, service: false },
      },
    ],
  ])('%s', (where, actor) => {
    const found = records.find(({ file, index }) => `${file} ${index}` === where)
    expect(found).toBeDefined()
    expect(actorOf(found?.record)).toStrictEqual(actor)
  })
})

const called = (userIdentity: unknown, more: object = {}) => actorOf({ userIdentity, ...more })

describe('identities of kinds that the corpus lacks', () => {
  it.each<readonly [string, unknown, Omit<Actor, 'flags'>]>([
    [
      'a person of IAM Identity Center',
      {
        type: 'IdentityCenterUser',
        accountId: '123456789012',
        onBehalfOf: { userId: 'u-1', identityStoreArn: 'arn:aws:identitystore::123456789012:identitystore/d-1' },
        credentialId: 'c-1',
      },
      {
        kind: 'IDENTITY_CENTER_USER',
        accountId: '123456789012',
        onBehalfOf: { userId: 'u-1', identityStoreArn: 'arn:aws:identitystore::123456789012:identitystore/d-1' },
      },
    ],
    [
      'a SAML user',
      { type: 'SAMLUser', principalId: 'x:ann', userName: 'ann', identityProvider: 'x' },
      { kind: 'SAML_USER', name: 'ann', federatedProvider: 'x' },
    ],
    ['a directory user', { type: 'Directory', userName: 'ann' }, { kind: 'DIRECTORY_USER', name: 'ann' }],
    [
      'a role by its own ARN',
      { type: 'Role', arn: 'arn:aws:iam::123456789012:role/data/etl', principalId: 'AROAEXAMPLE' },
      { kind: 'ROLE', role: 'etl', arn: 'arn:aws:iam::123456789012:role/data/etl' },
    ],
    [
      'a role whose session is in principalId alone',
      { type: 'AssumedRole', principalId: 'AROAEXAMPLE:nightly', sessionContext: { sessionIssuer: { userName: 'etl' } } },
      { kind: 'ROLE', role: 'etl', session: 'nightly' },
    ],
    [
      'a role of the China partition',
      { type: 'AssumedRole', arn: 'arn:aws-cn:sts::123456789012:assumed-role/etl/nightly', sessionContext: { sessionIssuer: {} } },
      { kind: 'ROLE', role: 'etl', session: 'nightly', arn: 'arn:aws-cn:sts::123456789012:assumed-role/etl/nightly' },
    ],
    [
      'a web identity that assumed a role',
      {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::123456789012:assumed-role/web/ann',
        sessionContext: { webIdFederationData: { federatedProvider: 'accounts.google.com' }, sessionIssuer: null },
      },
      {
        kind: 'ROLE',
        role: 'web',
        session: 'ann',
        arn: 'arn:aws:sts::123456789012:assumed-role/web/ann',
        federatedProvider: 'accounts.google.com',
      },
    ],
    [
      'a user with a path and no name',
      { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/data/team/ann' },
      { kind: 'USER', name: 'ann', arn: 'arn:aws:iam::123456789012:user/data/team/ann' },
    ],
    ['a user whose name is hidden', { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, { kind: 'USER' }],
    ['a type that is new', { type: 'Robot', userName: 'r2' }, { kind: 'UNKNOWN', name: 'r2' }],
    ['a type that objects inherit', { type: 'constructor' }, { kind: 'UNKNOWN' }],
    ['an empty person', { type: 'IAMUser', userName: 'ann', onBehalfOf: {} }, { kind: 'USER', name: 'ann' }],
    ['a service that named itself', { invokedBy: 'AWS Internal' }, { kind: 'SERVICE', name: 'AWS Internal', invokedBy: 'AWS Internal' }],
    ['a caller without a type', { arn: 'x', invokedBy: 'AWS Internal' }, { kind: 'UNKNOWN', arn: 'x', invokedBy: 'AWS Internal' }],
  ])('%s', (_, identity, actor) => {
    const { flags: _flags, ...found } = called(identity)
    expect(found).toStrictEqual(actor)
  })
})

describe('flags', () => {
  const flag = (name: keyof ActorFlags, identity: unknown, more: object = {}) => called(identity, more).flags[name]

  it('root: also a session that root issued', () => {
    expect(flag('root', { type: 'FederatedUser', sessionContext: { sessionIssuer: { type: 'Root' } } })).toBe(true)
    expect(flag('root', { type: 'FederatedUser', sessionContext: { sessionIssuer: { type: 'IAMUser' } } })).toBe(false)
    expect(flag('root', { type: 'AWSAccount' })).toBeUndefined()
  })

  it('temporary: by kind, by key, by session', () => {
    expect(flag('temporary', { type: 'Root', accessKeyId: 'ASIAEXAMPLE' })).toBe(true)
    expect(flag('temporary', { type: 'IAMUser', accessKeyId: 'AKIAEXAMPLE' })).toBe(false)
    expect(flag('temporary', { type: 'IAMUser', sessionContext: { attributes: { creationDate: '2024-05-01T12:00:00Z' } } })).toBe(true)
    expect(flag('temporary', { type: 'IAMUser' })).toBeUndefined()
    const contradiction = { accessKeyId: 'AKIAEXAMPLE', sessionContext: { attributes: { creationDate: '2024-05-01T12:00:00Z' } } }
    expect(flag('temporary', { type: 'IAMUser', ...contradiction })).toBeUndefined()
  })

  it('mfa: the string "false" is not true, and sign-ins hold it elsewhere', () => {
    const attributes = (mfaAuthenticated: unknown) => ({ sessionContext: { attributes: { mfaAuthenticated } } })
    expect(flag('mfa', attributes('true'))).toBe(true)
    expect(flag('mfa', attributes(true))).toBe(true)
    expect(flag('mfa', attributes('false'))).toBe(false)
    expect(flag('mfa', attributes(false))).toBe(false)
    expect(flag('mfa', attributes('YES'))).toBeUndefined()
    expect(flag('mfa', {}, { additionalEventData: { MFAUsed: 'Yes' } })).toBe(true)
    expect(flag('mfa', {}, { additionalEventData: { MFAUsed: 'No' } })).toBe(false)
    expect(flag('mfa', {}, { additionalEventData: 'MFAUsed' })).toBeUndefined()
  })

  it('console: said, or not said by a version that would', () => {
    expect(flag('console', {}, { sessionCredentialFromConsole: 'true' })).toBe(true)
    expect(flag('console', {}, { sessionCredentialFromConsole: 'false' })).toBe(false)
    expect(flag('console', {}, { eventType: 'AwsConsoleAction' })).toBe(true)
    expect(flag('console', {}, { userAgent: 'signin.amazonaws.com' })).toBe(true)
    expect(flag('console', {}, { eventType: 'AwsApiCall', eventVersion: '1.08' })).toBe(false)
    expect(flag('console', {}, { eventType: 'AwsApiCall', eventVersion: '1.10' })).toBe(false)
    expect(flag('console', {}, { eventType: 'AwsApiCall', eventVersion: '1.07' })).toBeUndefined()
    expect(flag('console', {}, { eventVersion: '1.10' })).toBeUndefined()
  })

  it('crossAccount and copy: only where both accounts are known', () => {
    const flags = (caller: string | undefined, recipient: string | undefined, sharedEventID?: string) => {
      const { crossAccount, copy } = called({ accountId: caller }, { recipientAccountId: recipient, sharedEventID }).flags
      return [crossAccount, copy]
    }
    expect(flags('1', '1')).toEqual([false, false])
    expect(flags('1', '1', 'shared')).toEqual([false, false])
    expect(flags('1', '2', 'shared')).toEqual([true, true])
    expect(flags('1', '2')).toEqual([true, undefined])
    expect(flags(undefined, '2', 'shared')).toEqual([undefined, undefined])
    expect(flags('1', undefined, 'shared')).toEqual([undefined, undefined])
  })

  it('service: sent by one, in the name of whomever', () => {
    expect(flag('service', { type: 'IAMUser', invokedBy: 'athena.amazonaws.com' })).toBe(true)
    expect(flag('service', { type: 'AWSAccount' }, { eventType: 'AwsServiceEvent' })).toBe(true)
    expect(flag('service', { type: 'IAMUser' })).toBe(false)
    expect(flag('service', undefined)).toBeUndefined()
  })
})

it('answers for anything', () => {
  for (const record of [undefined, null, 5, 'text', [], [{}], { userIdentity: [] }, { userIdentity: { sessionContext: 'x' } }]) {
    expect(actorOf(record)).toStrictEqual({ kind: 'UNKNOWN', flags: NOTHING })
  }
})
