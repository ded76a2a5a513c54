import { readFileSync } from 'node:fs'
import { GLUE_APIS } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { chance } from '../../src/example/chance.js'
import { drawDenial, drawFailure, refusalOf } from '../../src/example/failure.js'
import type { Source } from '../../src/example/fill.js'
import { platformOf } from '../../src/example/platform.js'

const platform = platformOf(1)
const source = (seed = 1): Source => ({ words: platform.words, draw: chance(seed), now: Date.UTC(2025, 4, 14) })

const ARN = 'arn:aws:iam::111122223333:user/mia.berg'

/** The errors that the SDK documents for an API. */
function documented(api: string): ReadonlyArray<string> {
  const file = new URL(`../../node_modules/@aws-sdk/client-glue/dist-types/commands/${api}Command.d.ts`, import.meta.url)
  return [...readFileSync(file, 'utf8').matchAll(/@throws \{@link (\w+)/g)].map((match) => match[1] ?? '')
}

describe('refusalOf', () => {
  it('is for calls of the catalog, and names the permission and the object', () => {
    const table = platform.words.table?.[0]
    const database = platform.words.database?.[0]
    expect(refusalOf('GetTable', source())).toEqual({
      errorCode: 'AccessDeniedException',
      errorMessage: `Insufficient Lake Formation permission(s): Required Describe on ${table}`,
      additionalEventData: { insufficientLakeFormationPermissions: [`${database}:${table}`] },
    })
    expect(refusalOf('CreateDatabase', source())?.errorMessage).toBe(
      'Insufficient Lake Formation permission(s): Required Create Database on Catalog',
    )
    expect(refusalOf('DeleteCrawler', source())).toBeUndefined()
  })
})

describe('drawDenial', () => {
  it('says who may not do what to what, and why', () => {
    const { account, region, partition, words } = platform
    const messages = new Set(
      Array.from({ length: 100 }, (_, seed) => drawDenial('DeleteCrawler', { type: 'IAMUser', arn: ARN }, source(seed)).errorMessage),
    )
    const crawler = `arn:${partition}:glue:${region}:${account}:crawler/${words.crawler?.[0]}`
    const causes = [
      ...['identity-based policy', 'resource-based policy', 'permissions boundary', 'session policy'].map(
        (policy) => `because no ${policy} allows the glue:DeleteCrawler action`,
      ),
      'with an explicit deny in an identity-based policy',
      'with an explicit deny in a service control policy',
    ]
    expect(messages).toEqual(
      new Set(causes.map((cause) => `User: ${ARN} is not authorized to perform: glue:DeleteCrawler on resource: ${crawler} ${cause}`)),
    )
  })

  it('names a resource of the right form for every API', () => {
    for (const api of GLUE_APIS) {
      const { errorCode, errorMessage } = drawDenial(api, { type: 'IAMUser', arn: ARN }, source())
      expect(errorCode).toBe('AccessDenied')
      const resource = /on resource: (\S+) (?:because|with) /.exec(errorMessage)?.[1] ?? ''
      if (resource === '*') continue
      expect(resource).toMatch(new RegExp(`^arn:${platform.partition}:glue:${platform.region}:${platform.account}:\\w+([:/][\\w./-]+)?$`))
    }
  })

  it('names callers without an ARN by what they have', () => {
    const user = (identity: Parameters<typeof drawDenial>[1]): string | undefined =>
      /^User: (\S+) is/.exec(drawDenial('GetTable', identity, source()).errorMessage)?.[1]
    expect(user({ type: 'AWSAccount', principalId: 'AROAEXAMPLE:reporting', accountId: '444455556666' })).toBe('AROAEXAMPLE:reporting')
    expect(user({ type: 'AWSService', invokedBy: 'glue.amazonaws.com' })).toBe('glue.amazonaws.com')
    expect(user({ type: 'Unknown', accountId: '444455556666' })).toBe('444455556666')
  })
})

describe('drawFailure', () => {
  it('fails with errors that the SDK documents for the API, or with throttling', () => {
    const others = GLUE_APIS.filter((api) => {
      const { errorCode } = drawFailure(api, source())
      return errorCode !== 'ThrottlingException' && !documented(api).includes(errorCode)
    })
    expect(others).toEqual([])
    // A list that matches nothing would make all others pass.
    expect(documented('CreateTable')).toContain('AlreadyExistsException')
  })

  it('says what there is already, what is missing, and what is in the way', () => {
    const { words } = platform
    const said = (api: string): string => Object.values(drawFailure(api, source())).join(': ')
    expect(said('CreateTable')).toBe('AlreadyExistsException: Table already exists.')
    expect(said('GetTable')).toBe(`EntityNotFoundException: Table ${words.table?.[0]} not found.`)
    expect(said('GetPartition')).toBe('EntityNotFoundException: Cannot find partition.')
    expect(said('GetPartitions')).toBe(`EntityNotFoundException: Table ${words.table?.[0]} not found.`)
    expect(said('DeleteDatabase')).toBe(`EntityNotFoundException: Database ${words.database?.[0]} not found.`)
    expect(said('DeleteConnectionType')).toBe('EntityNotFoundException: Entity Not Found')
    expect(said('StartCrawler')).toBe(`CrawlerRunningException: Crawler with name ${words.crawler?.[0]} has already started`)
    expect(said('GetDatabases')).toBe('ThrottlingException: Rate exceeded')
  })
})
