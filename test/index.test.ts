import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as glueTrail from '../src/index.js'

const content = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8')

it('exports by name, except for the generated list', () => {
  expect(content.match(/^export \*.*$/gm)).toEqual(["export * from './generated/public.js'"])
  expect(readFileSync(new URL('../src/generated/public.ts', import.meta.url), 'utf8')).not.toMatch(/export \*/)
})

it('has exactly these names', () => {
  const names = Object.keys(glueTrail).filter((name) => !/(Event|RequestParameters|ResponseElements)$/.test(name))
  expect(names.sort()).toMatchInlineSnapshot(`
    [
      "AWSAccountIdentity",
      "AWSServiceIdentity",
      "AccountId",
      "Addendum",
      "AggregatedDimension",
      "AggregatedRecord",
      "AggregatedStatistic",
      "AggregatedSummary",
      "AnyIdentity",
      "Arn",
      "AssumedRoleIdentity",
      "CloudTrailRecord",
      "DirectoryIdentity",
      "EventContext",
      "FederatedUserIdentity",
      "GLUE_APIS",
      "IAMUserIdentity",
      "IdentityCenterUserIdentity",
      "IdentityFields",
      "InScopeOf",
      "InsightAttribution",
      "InsightAttributionValue",
      "InsightAverage",
      "InsightContext",
      "InsightDetails",
      "InsightRecord",
      "InsightStatistics",
      "InvokedByDelegate",
      "McpEventDetails",
      "NAME_ONLY_APIS",
      "NULL_RESPONSE_APIS",
      "OnBehalfOf",
      "OpenIdentity",
      "RecordFields",
      "RecordResource",
      "ResourceTags",
      "RoleIdentity",
      "RootIdentity",
      "SAMLUserIdentity",
      "SessionAttributes",
      "SessionContext",
      "SessionIssuer",
      "TagContext",
      "TimeWindow",
      "TlsDetails",
      "UnknownIdentity",
      "UserIdentity",
      "WebIdFederationData",
      "WebIdentityUserIdentity",
      "accessLevelOf",
      "accountOf",
      "actorLabel",
      "actorOf",
      "allOf",
      "anyOf",
      "apiLabel",
      "applyAddenda",
      "compileFilter",
      "decodeRecord",
      "decodeRecords",
      "deduplicate",
      "denialOf",
      "formatFilterIssues",
      "formatIssues",
      "historyOf",
      "isCallTo",
      "isConforming",
      "isFailed",
      "isGlueRecord",
      "isIdentity",
      "isNullResponseApi",
      "isOmitted",
      "isRedacted",
      "issuesOf",
      "lakeFormationOf",
      "matchRecord",
      "memberOf",
      "not",
      "nullResponseOf",
      "outcomeLabel",
      "outcomeOf",
      "parseArn",
      "parseTimestamp",
      "policyOf",
      "recordOf",
      "redact",
      "resourceLabel",
      "resourcesLabel",
      "resourcesOf",
      "sensitiveIn",
      "sensitivePathsOf",
      "serviceLabel",
      "sortByTime",
      "summaryOf",
      "tableChangeOf",
      "toStandardSchema",
      "unredacted",
      "valueAt",
      "viaOf",
      "whyMissing",
    ]
  `)
})

it('has three names for every API', () => {
  const names = new Set(Object.keys(glueTrail))
  for (const api of glueTrail.GLUE_APIS) {
    expect(['Event', 'RequestParameters', 'ResponseElements'].map((suffix) => names.has(api + suffix))).toEqual([true, true, true])
  }
})

it('exports every codec under its own name', () => {
  const codecs = Object.entries(glueTrail).filter(([, value]) => typeof value === 'object' && 'decode' in value)
  expect(codecs.length).toBeGreaterThan(3 * glueTrail.GLUE_APIS.length)
  expect(codecs.filter(([name, codec]) => (codec as { readonly name: string }).name !== name)).toEqual([])
})
