/**
 * A trail of many small files: Glue among other services, of several accounts, regions and days. The same seed gives
 * the same records.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { seeded } from '../../../bench/random.js'
import { otherTexts } from '../../../bench/read/services.js'
import { ACCOUNT, callers, glueTexts, REGION } from '../../../bench/records.js'

/** The first one is not a number. */
const ACCOUNTS = ['000000000001', '123456789012', '210987654321'] as const
const REGIONS = ['eu-central-1', 'us-east-1'] as const
const START = Date.UTC(2024, 5, 14)
const MINUTES = 20

/** Writes the files below a folder, under keys as CloudTrail's. */
export function writeTrail(folder: string, files: number, records: number, seed: number): void {
  const random = seeded(seed)
  const nextCaller = callers(random)
  const glue = glueTexts(random, nextCaller)
  const other = otherTexts(random, nextCaller)
  for (let n = 0; n < files; n++) {
    const account = random.pick(ACCOUNTS)
    const region = random.pick(REGIONS)
    const from = n * MINUTES * 60_000
    const texts = Array.from({ length: records }, (_, i) => (random.chance(0.4) ? glue : other)(from + i * 1000))
    const text = `{"Records":[${texts.join(',')}]}`.replaceAll(ACCOUNT, account).replaceAll(REGION, region)
    const [day = '', time = ''] = new Date(START + from).toISOString().split('T')
    const stamp = `${day.replaceAll('-', '')}T${time.slice(0, 5).replace(':', '')}Z`
    const key = `AWSLogs/${account}/CloudTrail/${region}/${day.replaceAll('-', '/')}/${account}_CloudTrail_${region}_${stamp}_${random.string('abcdefgh0123', 16)}.json.gz`
    mkdirSync(dirname(join(folder, key)), { recursive: true })
    writeFileSync(join(folder, key), gzipSync(text))
  }
}
