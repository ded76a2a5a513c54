import { describe, expect, it } from 'vitest'
import type { EventsContext, TrailEntry } from '../../src/aws/events.js'
import type { MessageFailure } from '../../src/aws/message-failure.js'
import { noticeOf } from '../../src/aws/object-notice.js'
import type { WorkOptions } from '../../src/aws/work-options.js'
import { newWorker } from '../../src/aws/worker.js'
import { unwrap } from '../../src/source/envelope/unwrap.js'
import { bytesOf } from '../../src/source/log-entry.js'
import { type MemoryS3, memoryS3 } from './memory-s3.js'
import { trailFile, trailKey } from './protocol/trail.js'

const [one, two] = [trailFile(1, 5), trailFile(2, 5)]
/** No object has this key. */
const MISSING = trailKey(99)
const FILES = { [one.key]: one.bytes, [two.key]: two.bytes }
const glueOnly = {
  test: ({ eventSource }: { readonly eventSource?: unknown }) =>
    eventSource === 'glue.amazonaws.com' ? ('YES' as const) : ('NO' as const),
}

function scene(client: MemoryS3 = memoryS3(FILES), more: Partial<WorkOptions> = {}) {
  const calls: Array<{ readonly entries: ReadonlyArray<TrailEntry>; readonly context: EventsContext }> = []
  const failures: Array<MessageFailure> = []
  const worker = newWorker(
    {
      allowBuckets: { audit: '123456789012' },
      onEvents: (entries, context) => {
        calls.push({ entries, context })
      },
      onFailure: (failure) => {
        failures.push(failure)
      },
      ...more,
    },
    client,
  )
  const work = async (body: string, id = 'm1') => {
    const [message] = await unwrap({ Messages: [{ MessageId: id, Body: body, Attributes: { ApproximateReceiveCount: '2' } }] })
    return message === undefined ? undefined : worker.work(message)
  }
  return { calls, failures, worker, work, client }
}

const announced = (...keys: ReadonlyArray<string>): string => noticeOf(keys.map((key) => ({ bucket: 'audit', key })))
const MESSAGES = { received: 1, handled: 0, failed: 0, notices: 0 }

describe('a message', () => {
  it('is handled when all its objects are delivered', async () => {
    const { calls, failures, worker, work, client } = scene()
    expect(await work(announced(one.key, two.key))).toBe('handled')
    expect(failures).toEqual([])
    expect(
      calls.map(({ entries, context: { object, source, messageId, receiveCount, issues } }) => [
        entries.length,
        object,
        source,
        messageId,
        receiveCount,
        issues,
      ]),
    ).toEqual([
      [5, { bucket: 'audit', key: one.key }, 'SQS', 'm1', 2, []],
      [5, { bucket: 'audit', key: two.key }, 'SQS', 'm1', 2, []],
    ])
    const [
      {
        entries: [entry],
        context,
      } = { entries: [], context: { bytes: new Uint8Array(0) } },
    ] = calls
    expect(entry !== undefined && 'start' in entry && JSON.parse(new TextDecoder().decode(bytesOf(context, entry)))).toEqual(entry?.raw)
    expect(client.inputs.map(({ Key, ...rest }) => rest)).toEqual([
      { Bucket: 'audit', ExpectedBucketOwner: '123456789012' },
      { Bucket: 'audit', ExpectedBucketOwner: '123456789012' },
    ])
    expect(worker.metrics).toEqual({
      messages: { ...MESSAGES, handled: 1 },
      objects: { read: 2, failed: 0, skipped: 0, bytes: one.bytes.length + two.bytes.length },
      records: { read: 10, delivered: 10, duplicate: 0, filtered: 0, broken: 0 },
    })
  })

  it('is handled with records of its own, filtered', async () => {
    const { calls, worker, work } = scene(undefined, { where: glueOnly })
    const detail = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventID: 'e' }
    expect(await work(JSON.stringify({ source: 'aws.glue', 'detail-type': 'AWS API Call via CloudTrail', detail }))).toBe('handled')
    expect(
      await work(
        JSON.stringify({
          source: 'aws.kms',
          'detail-type': 'AWS API Call via CloudTrail',
          detail: { ...detail, eventSource: 'kms.amazonaws.com' },
        }),
      ),
    ).toBe('handled')
    expect(calls.map(({ entries, context }) => [entries.map(({ raw }) => raw), context.source, context.object])).toEqual([
      [[detail], 'SQS', undefined],
    ])
    expect(worker.metrics.records).toEqual({ read: 2, delivered: 1, duplicate: 0, filtered: 1, broken: 0 })
  })

  it('is a notice where it is neither data nor an error', async () => {
    const { calls, worker, work } = scene()
    expect(await work('{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"audit"}')).toBe('notice')
    expect(await work('CloudTrail validation message.')).toBe('notice')
    expect(calls).toEqual([])
    expect(worker.metrics.messages).toEqual({ received: 2, handled: 0, failed: 0, notices: 2 })
  })

  it('is a notice where its object is a digest by another name', async () => {
    const client = memoryS3({ [MISSING]: '{"digestStartTime":"","digestEndTime":"","logFiles":[]}' })
    const { worker, work } = scene(client)
    expect(await work(announced(MISSING))).toBe('notice')
    expect(worker.metrics.records.read).toBe(0)
  })

  it('that names another bucket makes no call, whatever else it names', async () => {
    const { calls, failures, work, client } = scene()
    const body = noticeOf([
      { bucket: 'audit', key: one.key },
      { bucket: 'constructor', key: 'x' },
    ])
    expect(await work(body)).toBe('failed')
    expect([client.inputs, calls]).toEqual([[], []])
    expect(failures).toEqual([
      {
        code: 'BUCKET_NOT_ALLOWED',
        messageId: 'm1',
        receiveCount: 2,
        object: { bucket: 'constructor', key: 'x' },
        received: 'another bucket',
      },
    ])
  })

  it('fails for an object that cannot be read, and delivers the others', async () => {
    const { calls, failures, worker, work } = scene()
    expect(await work(announced(MISSING, one.key))).toBe('failed')
    expect(calls.length).toBe(1)
    expect(failures.map(({ code, object, received }) => [code, object?.key, received])).toEqual([
      ['UNREADABLE_OBJECT', MISSING, 'NoSuchKey: as S3 puts it'],
    ])
    expect(worker.metrics.objects).toEqual({ read: 1, failed: 1, skipped: 0, bytes: one.bytes.length })
  })

  it('fails where it cannot be read', async () => {
    const { failures, work } = scene()
    expect(await work('not JSON, with a secret')).toBe('failed')
    expect(failures).toEqual([
      {
        code: 'UNREADABLE_MESSAGE',
        messageId: 'm1',
        receiveCount: 2,
        received: 'Messages[0].Body: expected JSON, received another string',
      },
    ])
    expect(JSON.stringify(failures)).not.toContain('secret')
  })

  it('fails where onEvents rejects; what it rejects with is the cause alone', async () => {
    const away = new Error('a secret')
    let isAway = true
    const seen: Array<number> = []
    const { failures, worker, work } = scene(undefined, {
      onEvents: async (entries) => {
        if (isAway) throw away
        seen.push(entries.length)
      },
    })
    expect(await work(announced(one.key, two.key))).toBe('failed')
    expect(failures).toEqual([{ code: 'HANDLER_FAILED', messageId: 'm1', receiveCount: 2, received: 'Error', cause: away }])
    expect(worker.metrics.records.read).toBe(0)
    // A record that was not delivered is not a duplicate when the message comes again.
    isAway = false
    expect(await work(announced(one.key, two.key))).toBe('handled')
    expect(seen).toEqual([5, 5])
    expect(worker.metrics.messages).toEqual({ received: 2, handled: 1, failed: 1, notices: 0 })
  })

  it('that comes again is handled without delivering its records again', async () => {
    const { calls, worker, work } = scene()
    await work(announced(one.key))
    expect(await work(announced(one.key))).toBe('handled')
    expect(calls.length).toBe(1)
    expect(worker.metrics.records).toEqual({ read: 10, delivered: 5, duplicate: 5, filtered: 0, broken: 0 })
  })

  it('delivers a damaged object with its issues', async () => {
    const { calls, worker, work } = scene(
      memoryS3({ [MISSING]: '{"Records":[{"eventSource":"glue.amazonaws.com","eventName":"GetTags"},nonsense]}' }),
    )
    expect(await work(announced(MISSING))).toBe('handled')
    expect(calls.map(({ entries, context }) => [entries.length, context.issues.map(({ code }) => code)])).toEqual([[1, ['BROKEN_RECORD']]])
    expect(worker.metrics.records).toEqual({ read: 2, delivered: 1, duplicate: 0, filtered: 0, broken: 1 })
  })
})

describe('keys of a message', () => {
  const others = [
    'one.json.gz',
    one.key.slice('AWSLogs/'.length),
    one.key.replace('AWSLogs', 'awslogs'),
    one.key.replace('CloudTrail/', 'Config/'),
    one.key.replace('2024/05/01', '9999/12/31'),
    one.key.replace('.json.gz', '.csv'),
    'AWSLogs/123456789012/elasticloadbalancing/eu-central-1/2024/05/01/x.log.gz',
    'AWSLogs/123456789012/CloudTrail/eu-central-1/2024/05/01/',
    one.key.replaceAll('CloudTrail', 'CloudTrail-Lake'),
  ]

  it.each(others)('cause no request unless CloudTrail stores log files under them: %s', async (key) => {
    const { failures, worker, work, client } = scene(memoryS3({ [key]: one.bytes }))
    expect(await work(announced(key))).toBe('notice')
    expect(client.inputs).toEqual([])
    expect(failures).toEqual([
      {
        code: 'OBJECT_SKIPPED',
        messageId: 'm1',
        receiveCount: 2,
        object: { bucket: 'audit', key },
        received: 'a key that is not of a log file',
      },
    ])
    expect(worker.metrics.objects).toEqual({ read: 0, failed: 0, skipped: 1, bytes: 0 })
  })

  it('are skipped beside log files, and reported once', async () => {
    const { calls, failures, worker, work, client } = scene()
    expect(await work(announced(...others, one.key, ...others))).toBe('handled')
    expect([client.inputs.map(({ Key }) => Key), calls.length]).toEqual([[one.key], 1])
    expect(failures.map(({ code, object, received }) => [code, object?.key, received])).toEqual([
      ['OBJECT_SKIPPED', others[0], '18 keys that are not of log files'],
    ])
    expect(worker.metrics.objects.skipped).toBe(18)
  })

  it('are all read with anyKey', async () => {
    const files = Object.fromEntries(others.map((key, n) => [key, trailFile(n, 1).bytes]))
    const { calls, failures, worker, work } = scene(memoryS3(files), { anyKey: true })
    expect(await work(announced(...others))).toBe('handled')
    expect([calls.length, failures, worker.metrics.objects.skipped]).toEqual([others.length, [], 0])
  })

  it('that are requested ahead are aborted when the message fails', async () => {
    let aborted = 0
    const send: MemoryS3['send'] = async (command, { abortSignal } = {}) => {
      if ((command.input as { readonly Key?: string }).Key === one.key) return { Body: [one.bytes] }
      return new Promise((_, reject) => {
        abortSignal?.addEventListener('abort', () => {
          aborted++
          reject(abortSignal.reason)
        })
      })
    }
    const { work } = scene({ inputs: [], send }, { onEvents: () => Promise.reject(new Error('away')), filesAhead: 2 })
    expect(await work(announced(one.key, two.key))).toBe('failed')
    expect(aborted).toBe(1)
  })
})

describe('records in a message', () => {
  const detail = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventID: 'e' }
  const inline = JSON.stringify({ source: 'aws.glue', 'detail-type': 'AWS API Call via CloudTrail', detail })

  it('can be refused', async () => {
    const { calls, failures, work, client } = scene(undefined, { allowInline: false })
    expect(await work(inline)).toBe('failed')
    expect(await work(`${announced(one.key)}\n${inline}`)).toBe('failed')
    expect([calls, client.inputs]).toEqual([[], []])
    const failure = { code: 'INLINE_NOT_ALLOWED', messageId: 'm1', receiveCount: 2, received: 'records in the message itself' }
    expect(failures).toEqual([failure, failure])
  })

  it('are refused only where there are any', async () => {
    const { work } = scene(undefined, { allowInline: false })
    expect(await work(announced(one.key))).toBe('handled')
    expect(await work('{"Records":[]}')).toBe('handled')
    expect(await work('CloudTrail validation message.')).toBe('notice')
  })
})
