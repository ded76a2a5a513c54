/**
 * Published records: decoding throws for none of them, each is `Right` or `Both`, and each `Both` is listed here with
 * its reason. And the two records in the AWS Glue guide.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  CloudTrailRecord,
  type DecodeResult,
  decodeRecord,
  decodeRecords,
  formatIssues,
  isCallTo,
  isEvent,
  isGlueEvent,
  isGlueRecord,
  issuesOf,
  memberOf,
  parseTimestamp,
  recordOf,
} from 'glue-trail'
import { expect, it } from 'vitest'
import { type CorpusRecord, corpusGlueRecords, corpusRecords, describeShared, sharedFiles, sharedText } from '../support/shared.js'

/** Why a record does not match the model, and its issues. */
interface Mismatch {
  readonly reason: string
  readonly issues: ReadonlyArray<string>
}

const nothing = (member: string): string => `${member}: expected a string, received nothing`

/** Written for other tests: members that CloudTrail always writes are missing. */
const cut = (...members: ReadonlyArray<string>): Mismatch => ({
  reason: `A1: reshaped by the publisher, who left out ${members.join(' and ')}, present since eventVersion 1.0`,
  issues: members.map(nothing),
})

const BOOGY = 'boogy+cloudtrail-rs.ndjson'
const CUSTODIAN = 'cloud-custodian+cloud-custodian.ndjson'
const TRAILSCRAPER = 'flosell+trailscraper.ndjson'
const PANTHER = 'panther-labs+panther-analysis.ndjson'

const NONCONFORMING: Readonly<Record<string, Mismatch>> = {
  [`${BOOGY} 0`]: cut('eventTime', 'awsRegion'),
  [`${BOOGY} 1`]: cut('eventTime', 'awsRegion'),
  [`${BOOGY} 14`]: {
    reason: 'A2: reshaped by the publisher; an Insights record has neither eventSource nor eventName',
    issues: ['eventSource: expected nothing, received a string', 'eventName: expected nothing, received a string'],
  },
  [`${BOOGY} 16`]: cut('eventTime', 'awsRegion'),
  [`${BOOGY} 17`]: cut('eventTime', 'awsRegion'),
  [`${BOOGY} 18`]: cut('eventTime', 'awsRegion'),
  [`${BOOGY} 19`]: cut('eventTime', 'awsRegion'),
  [`${BOOGY} 20`]: {
    reason: 'A1, B2: reshaped by the publisher, who put a string in place of userIdentity and left out eventTime and awsRegion',
    issues: ['userIdentity: expected an object, received a string', nothing('eventTime'), nothing('awsRegion')],
  },
  [`${CUSTODIAN} 5`]: cut('eventTime'),
  [`${CUSTODIAN} 23`]: {
    reason: 'A1, B2: reshaped by the publisher; an event pattern, whose userName is a list of what to match',
    issues: ['userIdentity.userName: expected a string, received a list', nothing('eventTime'), nothing('awsRegion')],
  },
  [`${TRAILSCRAPER} 0`]: cut('awsRegion'),
  [`${TRAILSCRAPER} 1`]: cut('awsRegion'),
  [`${TRAILSCRAPER} 2`]: cut('awsRegion'),
  [`${PANTHER} 32`]: cut('eventTime'),
  [`${PANTHER} 33`]: cut('eventTime'),
  [`${PANTHER} 34`]: cut('eventTime'),
  [`${PANTHER} 35`]: cut('eventTime'),
  [`${PANTHER} 70`]: cut('eventTime', 'awsRegion'),
  [`${PANTHER} 84`]: cut('eventTime'),
  [`${PANTHER} 98`]: {
    reason: 'A1, A6: reshaped by the publisher, who wrote booleans as "True" and resources as text',
    issues: [
      'managementEvent: expected a boolean, received a string',
      'readOnly: expected a boolean, received a string',
      'resources[0]: expected an object, received a string',
    ],
  },
  [`${PANTHER} 365`]: cut('eventTime', 'awsRegion'),
  [`${PANTHER} 366`]: cut('eventTime'),
  [`${PANTHER} 367`]: cut('eventTime'),
  [`${PANTHER} 415`]: cut('awsRegion'),
  [`${PANTHER} 416`]: cut('awsRegion'),
  [`${PANTHER} 417`]: cut('eventTime', 'awsRegion'),
  [`${PANTHER} 423`]: cut('eventTime', 'awsRegion'),
  [`${PANTHER} 425`]: cut('awsRegion'),
}

const nameOf = ({ file, index }: CorpusRecord): string => `${file} ${index}`

/** Decodes a record and checks that the result is the same object, unchanged. */
function decodeUntouched(record: unknown): DecodeResult {
  const before = structuredClone(record)
  const outcome = decodeRecord(record)
  if (outcome._tag !== 'Left') expect(recordOf(outcome)).toBe(record)
  if (outcome._tag === 'Right') {
    expect(CloudTrailRecord.encode(outcome.right as CloudTrailRecord)).toBe(record)
    const decoded = CloudTrailRecord.decode(record)
    expect(decoded._tag === 'Right' && decoded.right).toBe(record)
  }
  expect(isDeepStrictEqual(record, before)).toBe(true)
  return outcome
}

describeShared('The records of other services that others published', () => {
  const records = corpusRecords()

  it('are found', () => {
    expect(records).toHaveLength(859)
    expect(sharedFiles('corpus/records')).toHaveLength(8)
  })

  it('are all CloudTrail records, are returned unchanged, and match the model unless listed', () => {
    const outcomes = records.map((record) => [nameOf(record), decodeUntouched(record.record)] as const)
    expect(outcomes.filter(([, { _tag }]) => _tag === 'Left')).toEqual([])
    const nonconforming = outcomes.filter(([, { _tag }]) => _tag === 'Both')
    expect(nonconforming.map(([name]) => name).sort()).toEqual(Object.keys(NONCONFORMING).sort())
    expect(nonconforming).toHaveLength(28)
  })

  it.each(Object.entries(NONCONFORMING))('%s does not match, for a reason', (name, { reason, issues }) => {
    expect(reason).toMatch(/^[A-G]\d+a?(, [A-G]\d+a?)*: reshaped by the publisher/)
    const found = records.find((record) => nameOf(record) === name)
    expect(formatIssues(issuesOf(decodeRecord(found?.record)))).toEqual(issues)
  })

  it('have times in known formats', () => {
    const times = corpusRecords().flatMap(({ record }) => {
      const time = memberOf(record, 'eventTime')
      return typeof time === 'string' ? [time] : []
    })
    expect(times.filter((time) => parseTimestamp(time) === undefined)).toEqual(['redacted', '...'])
    // The format of tables.
    expect(times.filter((time) => time[10] === ' ').length).toBeGreaterThan(100)
  })

  it('decode together to the same results', () => {
    const tags: Record<string, number> = {}
    for (const { index, result } of decodeRecords(records.map(({ record }) => record))) {
      tags[result._tag] = (tags[result._tag] ?? 0) + 1
      expect(recordOf(result)).toBe(records[index]?.record)
    }
    expect(tags).toEqual({ Right: 831, Both: 28 })
  })
})

describeShared('The Glue records that others published', () => {
  const records = corpusGlueRecords()

  it('are these', () => {
    expect(records.map(({ file, record }) => `${file.replace(/\+.*/, '')} ${String(memberOf(record, 'eventName'))}`)).toEqual([
      'adanalvarez CreateDevEndpoint',
      'adanalvarez UpdateDevEndpoint',
      'awsdocs DeleteCrawler',
      'awsdocs CreateConnection',
      'cloud-custodian PutResourcePolicy',
      'cloud-custodian PutDataCatalogEncryptionSettings',
      'panther-labs GetPartition',
    ])
  })

  it.each(records.map((record) => ({ name: nameOf(record), record: record.record })))('$name matches its model', ({ record }) => {
    expect(decodeUntouched(record)._tag).toBe('Right')
    expect(isGlueEvent(record)).toBe(true)
    expect(isGlueRecord(record)).toBe(true)
  })
})

describeShared('The records of the Glue guide', () => {
  const blocks = [...sharedText('seed/monitor-cloudtrail.md').matchAll(/^```[a-z]*\n(\{[\s\S]*?)^```$/gm)].map(([, block]) => block ?? '')
  const records = blocks.map((block) => JSON.parse(block) as unknown)
  const [deleteCrawler, createConnection] = records

  it('are two', () => {
    expect(records.map((record) => memberOf(record, 'eventName'))).toEqual(['DeleteCrawler', 'CreateConnection'])
  })

  it('decode to themselves, unchanged', () => {
    records.forEach((record, i) => {
      expect(decodeRecord(record)).toEqual({ _tag: 'Right', right: record })
      expect(recordOf(decodeRecord(record))).toBe(record)
      expect(record).toEqual(JSON.parse(blocks[i] ?? ''))
      expect(JSON.stringify(record)).toBe(JSON.stringify(JSON.parse(blocks[i] ?? '')))
    })
  })

  it('are narrowed by eventName: DeleteCrawler has the name of a crawler', () => {
    const outcome = decodeRecord(deleteCrawler)
    const event = recordOf(outcome)
    if (!isGlueEvent(event) || event.eventName !== 'DeleteCrawler') throw new Error('not narrowed')
    const name: string | null | undefined = event.requestParameters?.name
    expect(name).toBe('tes-alpha')
    expect(event.responseElements).toBeNull()
    expect(isEvent('CreateConnection')(event)).toBe(false)
  })

  it('are narrowed by eventName: CreateConnection lacks the connectionProperties that the API requires', () => {
    const event = recordOf(decodeRecord(createConnection))
    if (!isGlueEvent(event) || event.eventName !== 'CreateConnection') throw new Error('not narrowed')
    const input = event.requestParameters?.connectionInput
    expect(input?.connectionProperties).toBeUndefined()
    expect(Object.hasOwn(input ?? {}, 'connectionProperties')).toBe(false)
    expect(input?.name).toBe('test-connection-alpha')
    expect(input?.connectionType).toBe('JDBC')
    expect(input?.physicalConnectionRequirements?.securityGroupIdList).toEqual(['sg-12121212'])
    expect(isCallTo('CreateConnection')(createConnection)).toBe(true)
  })
})

/** Returns a value and all values in it, without recursion. */
function* valuesIn(value: unknown): Generator<unknown> {
  const rest = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    yield next
    if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) rest.push(inner)
    // Wrappers carry records as JSON in strings.
    if (typeof next === 'string' && /^\s*[[{]/.test(next)) {
      try {
        rest.push(JSON.parse(next))
      } catch {
        // An ordinary string that begins with a bracket.
      }
    }
  }
}

describeShared('The whole files that others published', () => {
  const paths = sharedFiles('corpus/files').flatMap((name) =>
    name.endsWith('.json') ? [name] : sharedFiles(`corpus/files/${name}`).map((file) => `${name}/${file}`),
  )
  // The one gzipped file is also there uncompressed.
  const jsons = paths.filter((path) => path.endsWith('.json')).map((path) => [path, sharedText(`corpus/files/${path}`)] as const)

  it('are found', () => {
    expect(jsons).toHaveLength(43)
  })

  it('contain only values that can be decoded', () => {
    const tags: Record<string, number> = {}
    for (const [, json] of jsons) {
      let whole: unknown
      try {
        whole = JSON.parse(json)
      } catch {
        continue
      }
      for (const value of valuesIn(whole)) {
        const { _tag } = decodeUntouched(value)
        tags[_tag] = (tags[_tag] ?? 0) + 1
      }
    }
    expect(tags).toEqual({ Left: 3107, Right: 28, Both: 14 })
  })
})
