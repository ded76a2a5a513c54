/** Objects that anyone who may write to the bucket leaves there. They hide nothing that is still to come. */
import { expect, it } from 'vitest'
import { readTrail } from '../../src/aws/read-trail.js'
import { parseTrailKey } from '../../src/source/index.js'
import { memoryS3 } from './memory-s3.js'

const FOLDER = 'AWSLogs/123456789012/CloudTrail/eu-central-1'
const keyOf = (day: string): string =>
  `${FOLDER}/2024/05/${day}/123456789012_CloudTrail_eu-central-1_202405${day}T1000Z_abcdefgh12345678.json.gz`
const fileOf = (day: string): string =>
  JSON.stringify({
    Records: [
      {
        eventSource: 'glue.amazonaws.com',
        eventName: 'DeleteTable',
        eventTime: `2024-05-${day}T10:00:00Z`,
        awsRegion: 'eu-central-1',
        eventID: day,
      },
    ],
  })

it.each([
  ['a folder of a far year', `${FOLDER}/9999/12/31/123456789012_CloudTrail_eu-central-1_20200101T0000Z_x.json.gz`],
  ['a file of a far year', `${FOLDER}/9999/12/31/123456789012_CloudTrail_eu-central-1_99991231T0000Z_x.json.gz`],
  ['no day of the calendar', `${FOLDER}/2024/99/99/123456789012_CloudTrail_eu-central-1_20249999T0000Z_x.json.gz`],
  ['no date', `${FOLDER}/zzz/x.json.gz`],
  ['another kind', 'AWSLogs/123456789012/CloudTrail-Zzz/eu-central-1/9999/12/31/x.json.gz'],
])('%s does not move a cursor past what is still to come', async (_, poison) => {
  const files: Record<string, string> = {}
  let cursor: string | undefined
  const poll = async (day: string): Promise<ReadonlyArray<string>> => {
    const client = memoryS3(files)
    const now = new Date(`2024-05-${day}T12:00:00Z`)
    const reading = readTrail({ bucket: 'b', client, now, ...(cursor === undefined ? {} : { cursor }) })
    const seen: Array<string> = []
    for await (const { entries } of reading) for (const { raw } of entries) seen.push((raw as { readonly eventID: string }).eventID)
    cursor = reading.cursor()
    return seen
  }
  files[keyOf('11')] = fileOf('11')
  expect(await poll('11')).toEqual(['11'])
  files[poison] = '{"Records":[]}'
  expect(await poll('12')).toEqual([])
  files[keyOf('13')] = fileOf('13')
  expect(await poll('13')).toEqual(['13'])
  files[keyOf('14')] = fileOf('14')
  delete files[poison]
  expect(await poll('14')).toEqual(['14'])
})

it('is a key of CloudTrail only where the folder and the file are of one time', () => {
  expect(parseTrailKey(keyOf('11'))).toBeDefined()
  expect(parseTrailKey(keyOf('11').replace('/2024/05/11/', '/9999/12/31/'))).toBeUndefined()
})
