/**
 * The CloudFormation template of the guide: its rule selects what it should, in a state in which reads come, and it
 * grants no more than is needed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { exampleOf } from '../../src/example/index.js'
import { GLUE_APIS } from '../../src/generated/registry.js'
import { all, folderOf, type Properties, referencesOf, templateIn } from './template.js'

const folder = folderOf('eventbridge-rule')
const template = templateIn(folder)
const resource = (name: string): Properties => template.Resources[name]?.Properties ?? {}

const event = (detail: object, type = 'AWS API Call via CloudTrail', source = 'aws.glue'): object => ({
  version: '0',
  id: 'e1',
  'detail-type': type,
  source,
  detail,
})

/** Whether EventBridge's pattern matches, of which the rule uses values, suffixes and members within members. */
function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) {
    return pattern.some((wanted: unknown) => {
      if (typeof wanted === 'string') return value === wanted
      const { suffix, ...rest } = wanted as { readonly suffix?: string }
      if (suffix === undefined || Object.keys(rest).length > 0) throw new Error('the pattern uses what this test does not know')
      return typeof value === 'string' && value.endsWith(suffix)
    })
  }
  return Object.entries(pattern as object).every(([name, inner]) => matches(inner, (value as Readonly<Record<string, unknown>>)[name]))
}

describe('the template', () => {
  it('refers to what it has', () => {
    const { names, unknown, unused } = referencesOf(template)
    expect(names.length).toBeGreaterThan(10)
    expect([...unknown, ...unused]).toEqual([])
    expect(template.Conditions).toEqual({ WantsReads: [{ Ref: 'Reads' }, 'true'] })
  })

  it('grants what is needed, and no more', () => {
    expect(all('Action', resource('Role').Policies).flat().sort()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents', 'sqs:SendMessage'])
    expect(all('Resource', template.Resources)).not.toContain('*')
    expect(resource('Permission').SourceArn).toEqual({ GetAtt: 'Rule.Arn' })
  })

  it('puts the rule in the state in which calls that only read come, unless they are not wanted', () => {
    expect(resource('Rule').State).toEqual(['WantsReads', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS', 'ENABLED'])
    expect(template.Parameters.Reads).toMatchObject({ Default: 'true', AllowedValues: ['true', 'false'] })
    // A pattern that asks for writes would leave out the reads that the state lets through.
    expect(JSON.stringify(resource('Rule').EventPattern)).not.toContain('readOnly')
  })

  it('loses no event in silence', () => {
    expect(all('DeadLetterConfig', resource('Rule').Targets)).toEqual([{ Arn: { GetAtt: 'DeadLetters.Arn' } }])
    expect(resource('Retries').DestinationConfig).toEqual({ OnFailure: { Destination: { GetAtt: 'DeadLetters.Arn' } } })
    expect(resource('GivenUp').Dimensions).toEqual([{ Name: 'QueueName', Value: { GetAtt: 'DeadLetters.QueueName' } }])
  })
})

describe('the rule', () => {
  const { EventPattern } = resource('Rule')

  it('selects every Glue API, and other CloudTrail records about Glue', () => {
    expect(GLUE_APIS.filter((name) => !matches(EventPattern, event(exampleOf(name, { seed: 1 }))))).toEqual([])
    expect(matches(EventPattern, event({ eventSource: 'glue.amazonaws.com' }, 'AWS Service Event via CloudTrail'))).toBe(true)
  })

  it.each([
    ['what Glue sends itself', event({ jobName: 'orders-etl', state: 'FAILED' }, 'Glue Job State Change')],
    ['another service', event({ eventSource: 'athena.amazonaws.com' }, 'AWS API Call via CloudTrail', 'aws.athena')],
    ['an object in S3', event({ bucket: { name: 'audit' }, object: { key: 'x' } }, 'Object Created', 'aws.s3')],
  ])('leaves out %s', (_, other) => {
    expect(matches(EventPattern, other)).toBe(false)
  })
})

describe('the function', () => {
  beforeEach(() => vi.resetModules())

  const lines: Array<string> = []
  async function handlerOf(watched?: string): Promise<(event: unknown) => Promise<unknown>> {
    if (watched === undefined) vi.unstubAllEnvs()
    else vi.stubEnv('WATCHED', watched)
    lines.length = 0
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    return (await import('../../examples/eventbridge-rule/handler.js')).handler
  }

  it('reads the settings that the template gives it', () => {
    const variables = Object.keys((resource('Function').Environment as { readonly Variables: object }).Variables)
    expect([...readFileSync(join(folder, 'handler.ts'), 'utf8').matchAll(/\b([A-Z_]+) = '/g)].map(([, name]) => name)).toEqual(variables)
  })

  it('prints reads and writes of what is watched, and what may be about it', async () => {
    const handler = await handlerOf('finance.*,orders-etl')
    for (const record of [
      exampleOf('DeleteTable', { seed: 5 }),
      exampleOf('GetTable', { seed: 5 }),
      { ...exampleOf('GetTable', { seed: 5 }), requestParameters: { databaseName: 'sandbox', name: 'x' } },
      exampleOf('DeleteTable', { seed: 5, outcome: 'DENIED' }),
      {
        ...exampleOf('UpdateTable', { seed: 5 }),
        requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' },
      },
    ]) {
      expect(await handler(event(record))).toBeUndefined()
    }
    expect(
      lines.map((line) => line.replace(/\d{4}-\S+ \S+ role .*\) (?=deleted|read|was|updated)/, '').replace(/ in 123456789012 .*/, '')),
    ).toEqual([
      'deleted table finance.ledger',
      'read table finance.ledger',
      'was not allowed to delete table finance.ledger (AccessDenied)',
      'perhaps: updated table (request of 149893 bytes omitted)',
    ])
  })

  it('prints every Glue record when nothing is watched, and reads no bucket', async () => {
    const handler = await handlerOf()
    await handler(event(exampleOf('StartJobRun', { seed: 5 })))
    expect(lines.length).toBe(1)
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(handler(event({ bucket: { name: 'audit' }, object: { key: 'x' } }, 'Object Created', 'aws.s3'))).rejects.toThrow()
    expect(complaints.mock.calls.join()).toContain('another bucket')
  })

  it('does not start with an unknown setting', async () => {
    await expect(handlerOf('finance.*,,')).rejects.toThrow('WATCHED is not a list of patterns')
  })
})
