import { describe, expect, it } from 'vitest'
import { readTrail } from '../../src/aws/read-trail.js'
import { isCallTo } from '../../src/index.js'
import { listed, memoryS3 } from './memory-s3.js'
import { trailFile, trailKey } from './protocol/trail.js'

const now = new Date('2024-06-01')
const FILES = Object.fromEntries(Array.from({ length: 40 }, (_, n) => trailFile(n, 10)).map(({ key, bytes }) => [key, bytes]))
const idOf = ({ raw }: { readonly raw: unknown }): string => (raw as { readonly eventID: string }).eventID

describe('a reading', () => {
  it('gives every record of every file once', async () => {
    const outcomes = await listed(readTrail({ bucket: 'b', client: memoryS3(FILES), now }))
    expect(outcomes.length).toBe(40)
    expect(new Set(outcomes.flatMap(({ entries }) => entries.map(idOf))).size).toBe(400)
  })

  it('gives records of the times that were asked for, other services included', async () => {
    const from = '2024-05-01T00:10:00'
    const to = '2024-05-01T00:12:00'
    const outcomes = await listed(readTrail({ bucket: 'b', client: memoryS3(FILES), now, from, to }))
    const times = outcomes.flatMap(({ entries }) => entries.map(({ raw }) => (raw as { readonly eventTime: string }).eventTime)).sort()
    expect(times.length).toBe(20)
    expect([times[0], times.at(-1)]).toEqual(['2024-05-01T00:10:00Z', '2024-05-01T00:11:09Z'])
  })

  it('joins the times with another question', async () => {
    const where = { test: (record: unknown) => (isCallTo('GetTable')(record) ? ('YES' as const) : ('NO' as const)) }
    const outcomes = await listed(readTrail({ bucket: 'b', client: memoryS3(FILES), now, from: '2024-05-01T00:10:00', where }))
    expect(outcomes.flatMap(({ entries }) => entries).length).toBe(25 * 8)
  })

  it('continues after files that cannot be read', async () => {
    const damaged = { ...FILES, [trailKey(4)]: (FILES[trailKey(4)] ?? new Uint8Array(0)).subarray(0, 100) }
    const client = memoryS3(damaged, 1000, [trailKey(8)])
    const keys = [trailKey(0), trailKey(4), 'none', trailKey(8), trailKey(12)]
    const outcomes = await listed(readTrail({ bucket: 'b', client, now, keys }))
    expect(outcomes.map(({ object, issues, entries }) => [object.key, issues[0]?.received ?? '', entries.length > 0])).toEqual([
      [trailKey(0), '', true],
      [trailKey(4), 'the end of the file', expect.any(Boolean)],
      ['none', 'NoSuchKey: as S3 puts it', false],
      [trailKey(8), 'AccessDenied: as S3 puts it', false],
      [trailKey(12), '', true],
    ])
  })

  it('reports a prefix that cannot be listed', async () => {
    const outcomes = await listed(readTrail({ bucket: 'b', client: memoryS3(FILES, 1, ['AWSLogs/']), now }))
    expect(outcomes.map(({ object, issues }) => [object.key, issues])).toEqual([
      ['AWSLogs/', [{ code: 'UNREADABLE', expected: 'a readable object', received: 'AccessDenied: as S3 puts it' }]],
    ])
  })

  it('resumes after the entries that were returned, not after those that were read ahead', async () => {
    const options = { bucket: 'b', client: memoryS3(FILES), now, filesAhead: 8 }
    const first = readTrail(options)
    const seen: Array<string> = []
    for await (const { object } of first) if (seen.push(object.key) === 13) break
    const rest = await listed(readTrail({ ...options, cursor: first.cursor() }))
    expect([...seen, ...rest.map(({ object }) => object.key)]).toEqual(Object.keys(FILES).sort())
  })

  it('reads only so many files ahead', async () => {
    const client = memoryS3(FILES)
    for await (const _ of readTrail({ bucket: 'b', client, now, filesAhead: 3 })) break
    expect(client.inputs.filter(({ Key }) => Key !== undefined).length).toBe(3)
  })

  it('refuses values that are not times or cursors', () => {
    expect(() => readTrail({ bucket: 'b', from: 'then' })).toThrow(TypeError)
    expect(() => readTrail({ bucket: 'b', cursor: 'x' })).toThrow(TypeError)
  })
})
