import { describe, expect, it } from 'vitest'
import { brokenIn, isDigestBatch, noticesIn } from '../../src/cli/broken.js'
import { decodeFiles } from '../../src/node/decode-files.js'
import { decodeLog } from '../../src/source/decode-log.js'
import { s3Of } from '../support/envelope.js'
import { glueCall } from '../support/records.js'

const log = async (content: string, options?: Parameters<typeof decodeLog>[1]) => ({
  source: 'a\u001b.json',
  ...(await decodeLog(new TextEncoder().encode(content), options)),
})

describe('brokenIn', () => {
  it('says nothing of a sound file', async () => {
    expect(brokenIn(await log(JSON.stringify({ Records: [glueCall] })))).toEqual([])
  })

  it('names values that are not records, with position and reason, and never the value', async () => {
    expect(brokenIn(await log(`{"Records":["secret",${JSON.stringify(glueCall)},{"secret":1},secret]}`))).toEqual([
      'a\\u001b.json: record 3, byte 472: expected JSON, received something else',
      'a\\u001b.json: record 0, byte 12: expected a CloudTrail record, received a string',
      'a\\u001b.json: record 2, byte 459: expected a CloudTrail record, received an object',
    ])
  })

  it('names a record that is too large once', async () => {
    const json = JSON.stringify({ Records: [glueCall] })
    expect(brokenIn(await log(json, { maxRecordBytes: 100 }))).toEqual([
      'a\\u001b.json: record 0, byte 12: expected at most 100 bytes, received 437',
    ])
  })

  it("says in the system's words what keeps a file from being read", async () => {
    for await (const batch of decodeFiles(['no-such-file']).batches())
      expect(brokenIn(batch)).toEqual(['no-such-file: no such file or directory'])
  })

  it('takes nothing on standard input for no records, and an empty file for damage', async () => {
    expect(brokenIn({ ...(await log('')), source: '-' })).toEqual([])
    expect(brokenIn(await log(''))).toEqual(['a\\u001b.json: expected a log file, received nothing'])
  })

  it('does not count intact records as damage', async () => {
    expect(brokenIn(await log(`{"size":9007199254740993,"eventSource":"kms.amazonaws.com","eventName":"Decrypt"}`))).toEqual([])
    const digest = await log('{"digestStartTime":"","digestEndTime":"","logFiles":[]}')
    expect(brokenIn(digest)).toEqual([])
    expect(isDigestBatch(digest)).toBe(true)
    expect(isDigestBatch(await log('{}'))).toBe(false)
  })
})

describe('noticesIn', () => {
  it('names the objects of many notices after one line, for the limit of lines', async () => {
    const notices = await log(`${JSON.stringify(s3Of('a.json.gz'))}\n`.repeat(200))
    expect(noticesIn({ ...notices, source: 'a.json' })).toEqual([
      'a.json: holds no record: a notice that names 1 object',
      ...Array(10).fill("a.json: read what it names with: glue-trail decode 's3://trails/a.json.gz'"),
      'a.json: it names 190 more',
    ])
  })
})
