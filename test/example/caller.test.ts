import { GLUE_APIS, UserIdentity } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { TaggedType } from '../../src/codec/tagged.js'
import { type Caller, callerOf } from '../../src/example/caller.js'
import { chance } from '../../src/example/chance.js'
import { platformOf } from '../../src/example/platform.js'

const NOW = Date.UTC(2025, 4, 14, 6, 10)
const TYPES = (UserIdentity instanceof TaggedType ? [...UserIdentity.table().keys()] : []) as ReadonlyArray<UserIdentity['type']>

const platform = platformOf(1)

const caller = (type: UserIdentity['type'], api = 'CreateTable', seed = 1): Caller =>
  callerOf(type, api, { words: platform.words, draw: chance(seed), now: NOW })

const callers = TYPES.flatMap((type) => GLUE_APIS.map((api, seed) => caller(type, api, seed)))

describe('callerOf', () => {
  it('has an identity of each of the twelve types', () => {
    expect(TYPES).toHaveLength(12)
    for (const type of TYPES) expect(caller(type).identity.type).toBe(type)
    for (const { identity } of callers) expect(UserIdentity.is(identity)).toBe(true)
  })

  it('is of the account in every part, but for another account and a service', () => {
    for (const { identity } of callers) {
      if (identity.type === 'AWSAccount') expect(identity.accountId).toBe(platform.words.partner?.[0])
      else if (identity.type === 'AWSService') expect(identity.accountId).toBeUndefined()
      else if (identity.type !== 'SAMLUser' && identity.type !== 'WebIdentityUser') expect(identity.accountId).toBe(platform.account)
      const { sessionIssuer } = identity.sessionContext ?? {}
      for (const arn of [
        identity.arn,
        sessionIssuer?.arn,
        identity.identityProvider?.startsWith('arn:') ? identity.identityProvider : null,
      ]) {
        if (arn != null) expect(arn).toMatch(new RegExp(`^arn:${platform.partition}:(iam|sts)::${platform.account}:\\S+$`))
      }
    }
  })

  it('began its session within the hour before', () => {
    for (const { identity } of callers) {
      const began = identity.sessionContext?.attributes?.creationDate
      if (began == null) continue
      const seconds = (NOW - Date.parse(began)) / 1000
      expect(seconds).toBeGreaterThanOrEqual(60)
      expect(seconds).toBeLessThan(3600)
    }
  })

  it('keeps the path of a role in its issuer alone, and its id from call to call', () => {
    const ids = new Map<string, Set<string>>()
    for (const { identity } of callers) {
      if (identity.type !== 'AssumedRole') continue
      const issuer = identity.sessionContext?.sessionIssuer
      const [, role = '', session = ''] = identity.arn?.split('/') ?? []
      expect(issuer?.arn?.endsWith(`/${role}`)).toBe(true)
      expect(issuer?.userName).toBe(role)
      expect(identity.principalId).toBe(`${issuer?.principalId}:${session}`)
      ids.set(role, (ids.get(role) ?? new Set()).add(issuer?.principalId ?? ''))
    }
    expect(ids.size).toBeGreaterThan(3)
    for (const set of ids.values()) expect(set.size).toBe(1)
  })

  it('uses keys, addresses and ids kept for documentation', () => {
    for (const { identity, address, agent } of callers) {
      if (identity.accessKeyId != null) expect(identity.accessKeyId).toMatch(/^A[KS]IA[A-Z2-7]{9}EXAMPLE$/)
      expect(address).toMatch(/^(203\.0\.113|198\.51\.100|10\.0\.12)\.\d{1,3}$|^(athena|glue)\.amazonaws\.com$/)
      expect(agent === address).toBe(address.endsWith('.com'))
    }
  })

  it('calls as fits it', () => {
    expect(caller('AWSService')).toEqual({
      identity: { type: 'AWSService', invokedBy: 'glue.amazonaws.com' },
      address: 'glue.amazonaws.com',
      agent: 'glue.amazonaws.com',
    })
    expect(caller('Root')).toMatchObject({ agent: expect.stringMatching(/^Mozilla/), console: true })
    expect(caller('IAMUser').agent).toMatch(/^aws-cli/)
    expect(caller('IAMUser').identity.accessKeyId).toMatch(/^AKIA/)
    expect(caller('WebIdentityUser').agent).toMatch(/Terraform/)
    for (const { identity, console: inConsole, vpc, agent } of callers) {
      expect(inConsole === true).toBe(agent.startsWith('Mozilla'))
      expect(vpc === true).toBe(identity.arn?.endsWith('/GlueJobRunnerSession') === true || agent.includes('spark'))
    }
  })

  it('deploys by programs and reads through Athena', () => {
    const agents = (api: string): ReadonlySet<string> =>
      new Set(Array.from({ length: 60 }, (_, seed) => caller('AssumedRole', api, seed).agent.split('/')[0] ?? ''))
    expect(agents('CreateTable')).toEqual(new Set(['APN', 'aws-cli']))
    expect(agents('StartJobRun')).toEqual(new Set(['Boto3', 'aws-cli']))
    expect(agents('GetTable')).toEqual(new Set(['Mozilla', 'athena.amazonaws.com', 'aws-sdk-java', 'APN']))
  })
})
