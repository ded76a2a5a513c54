/**
 * zstd in place of gzip wherever files are read, whole and as streams, as where Node has zstd: a stream made by hand
 * stands for Node's.
 */
import { expect, it, vi } from 'vitest'
import { decodeLog } from '../../src/source/decode-log.js'
import { decodeLogStream } from '../../src/source/decode-log-stream.js'
import { unwrap } from '../../src/source/envelope/unwrap.js'
import { formatLogIssues } from '../../src/source/log-issue.js'
import { joined, memberOf } from '../support/gzip-file.js'
import { raws, someRecords, utf8 } from '../support/logs.js'
import { frameOf } from '../support/zstd-file.js'

vi.mock('#gunzip', async (original) => ({
  ...(await original<object>()),
  openZstd: (await import('../support/zstd-file.js')).openByHand,
}))

const records = someRecords(4)
const json = utf8(JSON.stringify({ Records: records }))
const file = frameOf([json.subarray(0, 700), json.subarray(700)])

it('is read whole and as a stream', async () => {
  const log = await decodeLog(joined(file, file))
  expect([raws(log), log.issues]).toEqual([[...records, ...records], []])
  const stream = decodeLogStream([file.subarray(0, 100), file.subarray(100)])
  const streamed: Array<unknown> = []
  for await (const { raw } of stream) streamed.push(raw)
  expect([streamed, stream.issues]).toEqual([records, []])
})

it('keeps the records before a cut', async () => {
  const { entries, issues } = await decodeLog(file.subarray(0, -200))
  expect(entries.map(({ raw }) => raw)).toEqual(records.slice(0, entries.length))
  expect(entries.length).toBeGreaterThan(1)
  expect(formatLogIssues(issues)[0]).toBe(
    `byte ${file.length - 200} of the stored file: expected the rest of a zstd frame, received the end of the file`,
  )
})

it('is not a gzip member, as log files are', async () => {
  const textHash = () => ({ update: () => undefined, digest: () => 'x' })
  expect((await decodeLog(file, { textHash })).isOneGzipMember).toBe(false)
  expect((await decodeLog(memberOf(json), { textHash })).isOneGzipMember).toBe(true)
})

it('is opened in a message', async () => {
  const [message] = await unwrap({ awslogs: { data: Buffer.from(file.subarray(0, -1)).toString('base64') } })
  expect(message?.contents).toMatchObject([{ kind: 'UNREADABLE', issues: [{ code: 'CUT_ZSTD' }] }])
})

it('is named within gzip', async () => {
  const { issues } = await decodeLog(memberOf(file))
  expect(issues.map(({ received }) => received)).toEqual(['zstd: unpack it with zstd -d'])
})
