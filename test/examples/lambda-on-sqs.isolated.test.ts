/**
 * The CloudFormation template of the guide: it parses, what it refers to is there, and it grants no more than is
 * needed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { all, folderOf, type Properties, referencesOf, templateIn } from './template.js'

const folder = folderOf('lambda-on-sqs')
const template = templateIn(folder)
const resource = (name: string): Properties => template.Resources[name]?.Properties ?? {}

describe('the template', () => {
  it('refers to what it has', () => {
    const { names, unknown, unused } = referencesOf(template)
    expect(names.length).toBeGreaterThan(10)
    expect([...unknown, ...unused]).toEqual([])
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
  beforeEach(() => {
    vi.resetModules()
    vi.stubEnv('TRAIL_BUCKET', 'audit')
    vi.stubEnv('TRAIL_BUCKET_OWNER', '123456789012')
  })
  afterEach(() => vi.unstubAllEnvs())

  it('reads the settings that the template gives it', async () => {
    const variables = Object.keys((resource('Function').Environment as { readonly Variables: object }).Variables)
    const read = [...readFileSync(join(folder, 'handler.ts'), 'utf8').matchAll(/\b(TRAIL_[A-Z_]+) = ''/g)].map(([, name]) => name)
    expect(read).toEqual(variables)
  })

  it('prints what changed in Glue, and refuses other buckets', async () => {
    const lines: Array<string> = []
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { handler } = await import('../../examples/lambda-on-sqs/handler.js')
    const detail = (eventName: string) => ({
      eventSource: 'glue.amazonaws.com',
      eventName,
      eventTime: '2024-05-01T12:00:00Z',
      awsRegion: 'us-east-1',
    })
    const body = (record: object): string =>
      JSON.stringify({ source: 'aws.glue', 'detail-type': 'AWS API Call via CloudTrail', detail: record })
    const message = (messageId: string, content: string) => ({ messageId, eventSource: 'aws:sqs', body: content })
    const Records = [
      message('1', body(detail('DeleteTable'))),
      message('2', body(detail('GetTable'))),
      message('3', '{"s3Bucket":"x","s3ObjectKey":["y"]}'),
    ]
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }] })
    expect(lines).toEqual(['2024-05-01 12:00:00Z someone unknown deleted table in us-east-1'])
    expect(complaints).toHaveBeenCalledOnce()
  })

  it('does not start without the account of the bucket', async () => {
    vi.stubEnv('TRAIL_BUCKET_OWNER', '')
    await expect(import('../../examples/lambda-on-sqs/handler.js')).rejects.toThrow(/^allowBuckets: expected for each bucket the account/)
  })
})
