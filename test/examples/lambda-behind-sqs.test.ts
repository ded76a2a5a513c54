/** The CloudFormation template of the guide: it parses, what it refers to is there, and it grants no more than is needed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { parse, type ScalarTag } from 'yaml'
import { root } from '../package/command.js'

const folder = join(root, 'examples', 'lambda-behind-sqs')

interface Template {
  readonly Parameters: Readonly<Record<string, unknown>>
  readonly Conditions: Readonly<Record<string, unknown>>
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>>
}

/** CloudFormation's short forms, as objects with the long one's name. */
const scalar = (name: string): ScalarTag => ({ tag: `!${name}`, resolve: (value: string) => ({ [name]: value }) })
const list = (name: string) => ({ tag: `!${name}`, collection: 'seq' as const, resolve: (seq: unknown) => seq })
const template = parse(readFileSync(join(folder, 'template.yaml'), 'utf8'), {
  customTags: [scalar('Ref'), scalar('GetAtt'), scalar('Sub'), list('If'), list('Not'), list('Equals')],
}) as Template

/** All that stands under a name, anywhere. */
function all(name: string, value: unknown): ReadonlyArray<unknown> {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [inner] : []), ...all(name, inner)])
}

const PSEUDO = /^AWS::(?:Partition|StackName|NoValue|Region|AccountId)$/
const names = [...Object.keys(template.Parameters), ...Object.keys(template.Resources)]
const isKnown = (name: unknown): boolean => typeof name === 'string' && (names.includes(name) || PSEUDO.test(name))
const resource = (name: string): Readonly<Record<string, unknown>> => template.Resources[name]?.Properties ?? {}

describe('the template', () => {
  it('refers to what it has', () => {
    const references = all('Ref', template)
    const attributes = all('GetAtt', template).map((text) => String(text).split('.')[0])
    const inTexts = all('Sub', template).flatMap((text) => [...String(text).matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name))
    expect([references.length, attributes.length, inTexts.length].every((count) => count > 1)).toBe(true)
    expect([...references, ...attributes, ...inTexts].filter((name) => !isKnown(name))).toEqual([])
    for (const name of Object.keys(template.Parameters)) expect([...references, ...inTexts]).toContain(name)
    expect(Object.keys(template.Conditions)).toEqual(['HasTrailKey'])
  })

  it('grants what is needed, and no more', () => {
    const policies = resource('Role').Policies
    expect(all('Action', policies).flat().sort()).toEqual([
      'kms:Decrypt',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
    ])
    expect(all('Resource', policies)).not.toContain('*')
  })

  it('lets messages come again one by one, after the function has had its time', () => {
    expect(resource('Mapping').FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
    expect(Number(resource('Queue').VisibilityTimeout)).toBeGreaterThanOrEqual(6 * Number(resource('Function').Timeout))
    expect(resource('Function').Handler).toBe('handler.handler')
  })
})

describe('the function', () => {
  beforeEach(() => vi.resetModules())

  it('reads the settings that the template gives it', async () => {
    const variables = Object.keys((resource('Function').Environment as { readonly Variables: object }).Variables)
    const read = [...readFileSync(join(folder, 'handler.ts'), 'utf8').matchAll(/\b(TRAIL_[A-Z_]+) = ''/g)].map(([, name]) => name)
    expect(read).toEqual(variables)
  })

  it('prints what changed in Glue, and refuses other buckets', async () => {
    const lines: Array<string> = []
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { handler } = await import('../../examples/lambda-behind-sqs/handler.js')
    const detail = (eventName: string) => ({
      eventSource: 'glue.amazonaws.com',
      eventName,
      eventTime: '2024-05-01T12:00:00Z',
      awsRegion: 'us-east-1',
    })
    const body = (record: object): string =>
      JSON.stringify({ source: 'aws.glue', 'detail-type': 'AWS API Call via CloudTrail', detail: record })
    const message = (messageId: string, text: string) => ({ messageId, eventSource: 'aws:sqs', body: text })
    const Records = [
      message('1', body(detail('DeleteTable'))),
      message('2', body(detail('GetTable'))),
      message('3', '{"s3Bucket":"x","s3ObjectKey":["y"]}'),
    ]
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }] })
    expect(lines).toEqual(['2024-05-01 12:00:00Z someone unknown deleted table in us-east-1'])
    expect(complaints).toHaveBeenCalledOnce()
  })
})
