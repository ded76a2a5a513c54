import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTrailKey, parseTrailKey, type TrailKey } from '../../../src/source/envelope/trail-key.js'
import { describeShared, sharedJson } from '../../support/shared.js'

const LOG = '123456789012_CloudTrail_us-east-2_20131213T1920Z_LnPgDQnpkSKEsppV.json.gz'
const FOLDER = 'AWSLogs/123456789012/CloudTrail/us-east-2/2013/12/13'

const at = fc.record({
  year: fc.integer({ min: 2013, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.nat(23),
  minute: fc.nat(59),
})
const two = (n: number): string => String(n).padStart(2, '0')
const matching = (pattern: RegExp): fc.Arbitrary<string> => fc.stringMatching(pattern)
const region = fc.constantFrom('us-east-1', 'eu-central-1', 'us-gov-west-1', 'us-isob-east-1')

const parts: fc.Arbitrary<TrailKey> = fc
  .record({
    prefix: fc.option(matching(/^[A-Za-z0-9_ +=%-]{1,20}(\/[A-Za-z0-9-]{1,20}){0,3}$/), { nil: undefined }),
    organization: fc.option(matching(/^o-[a-z0-9]{10,32}$/), { nil: undefined }),
    account: matching(/^\d{12}$/),
    region,
    other: region,
    at,
    trail: matching(/^[A-Za-z0-9][A-Za-z0-9._-]{1,100}[A-Za-z0-9]$/),
    id: matching(/^[A-Za-z0-9]{16}$/),
    kind: fc.constantFrom('CloudTrail' as const, 'Insight' as const, 'NetworkActivity' as const, 'Aggregated' as const, 'Digest' as const),
    backfill: fc.boolean(),
  })
  .map(({ prefix, organization, account, other, at, trail, id, kind, backfill, ...rest }) => {
    const date = `${at.year}-${two(at.month)}-${two(at.day)}`
    const time = `${date}T${two(at.hour)}:${two(at.minute)}`
    const above = {
      ...(prefix === undefined ? {} : { prefix }),
      ...(organization === undefined ? {} : { organization }),
      account,
      region: rest.region,
      date,
      ...(other === rest.region ? {} : { fileRegion: other }),
    }
    return kind === 'Digest'
      ? { ...above, kind, trail, homeRegion: other, time: `${time}:07Z`, backfill }
      : { ...above, kind, time: `${time}Z`, id }
  })

/** The key of a log file of a day and minute, such as `20240501T1200`. */
const dated = (time: string): string =>
  `${FOLDER.slice(0, -10)}${time.slice(0, 4)}/${time.slice(4, 6)}/${time.slice(6, 8)}/${LOG.replace('20131213T1920', time)}`

describe('parseTrailKey', () => {
  it.each(['20240229T0000', '20240501T2359', '20131231T0000'])('knows the day of %s', (time) => {
    expect(parseTrailKey(dated(time))?.date.replaceAll('-', '')).toBe(time.slice(0, 8))
  })

  it('knows no file that is more than a day away from its folder', () => {
    const below = (time: string): unknown => parseTrailKey(`${FOLDER}/${LOG.replace('20131213T1920', time)}`)
    for (const time of ['20131212T0000', '20131214T2359']) expect(below(time), time).toBeDefined()
    for (const time of ['20131211T2359', '20131215T0000']) expect(below(time), time).toBeUndefined()
  })

  it('reads the key of a log file', () => {
    expect(parseTrailKey(`${FOLDER}/${LOG}`)).toEqual({
      account: '123456789012',
      region: 'us-east-2',
      date: '2013-12-13',
      kind: 'CloudTrail',
      time: '2013-12-13T19:20Z',
      id: 'LnPgDQnpkSKEsppV',
    })
  })

  it('reads a prefix and an organization', () => {
    expect(parseTrailKey(`a/AWSLogs/b/AWSLogs/o-abcdefghij/${FOLDER.slice(8)}/${LOG}`)).toMatchObject({
      prefix: 'a/AWSLogs/b',
      organization: 'o-abcdefghij',
    })
    expect(parseTrailKey(`/${FOLDER}/${LOG}`)).toMatchObject({ prefix: '' })
  })

  it('keeps another region in the name of the file, as in the documentation of CloudTrail', () => {
    expect(parseTrailKey(`${FOLDER}/${LOG.replace('us-east-2', 'us-west-2')}`)).toMatchObject({
      region: 'us-east-2',
      fileRegion: 'us-west-2',
    })
  })

  it('reads the key of a digest whose trail has underscores', () => {
    expect(
      parseTrailKey(
        'AWSLogs/123456789012/CloudTrail-Digest/us-east-1/2015/08/16/' +
          '123456789012_CloudTrail-Digest_eu-west-1_a_us-east-1_b_us-east-1_20150816T230550Z_backfill.json.gz',
      ),
    ).toEqual({
      account: '123456789012',
      region: 'us-east-1',
      fileRegion: 'eu-west-1',
      date: '2015-08-16',
      kind: 'Digest',
      trail: 'a_us-east-1_b',
      homeRegion: 'us-east-1',
      time: '2015-08-16T23:05:50Z',
      backfill: true,
    })
  })

  it.each([
    '',
    'AWSLogs/readme.txt',
    LOG,
    `${FOLDER}/`,
    `${FOLDER}/x.json.gz`,
    `${FOLDER}/${LOG}x`,
    `${FOLDER}/${LOG.replace('123456789012', '999999999999')}`,
    `${FOLDER}/${LOG.replace('_CloudTrail_', '_CloudTrail-Insight_')}`,
    `${FOLDER.replace('CloudTrail', 'CloudTrail-Nonsense')}/${LOG}`,
    `${FOLDER.replace('AWSLogs', 'Logs')}/${LOG}`,
    `${FOLDER.replace('123456789012', '12345678901')}/${LOG}`,
    `${'p/'.repeat(500)}${FOLDER}/${LOG}`,
    // Whoever writes such a key wants it to be listed after everything that is still to come.
    `${FOLDER.replace(/\d{4}\/\d\d\/\d\d$/, '9999/12/31')}/${LOG}`,
    `${FOLDER.replace(/\d{4}\/\d\d\/\d\d$/, '9999/99/99')}/${LOG.replace(/_\d{8}T/, '_99999999T')}`,
    // No days and times of the calendar.
    ...['20240230T0000', '20230229T0000', '20240431T1200', '20240501T2400', '20240500T0000', '20241301T0000'].map(dated),
    dated('20240301T0000').replace('2024/03/01', '2024/02/31'),
  ])('knows nothing of %s', (key) => {
    expect(parseTrailKey(key)).toBe(undefined)
  })
})

describe('formatTrailKey', () => {
  it('is undone by parseTrailKey', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const key = formatTrailKey(made)
        expect(key === undefined ? undefined : parseTrailKey(key)).toEqual(made)
        expect(formatTrailKey(parseTrailKey(key ?? '') as TrailKey)).toBe(key)
      }),
    )
  })

  it('makes no key from invalid parts', () => {
    const good = parseTrailKey(`${FOLDER}/${LOG}`) as TrailKey
    expect(formatTrailKey(good)).toBe(`${FOLDER}/${LOG}`)
    expect(formatTrailKey({ ...good, account: '1' })).toBe(undefined)
    expect(formatTrailKey({ ...good, region: 'a/b' })).toBe(undefined)
    expect(formatTrailKey({ ...good, date: '2024-5-1' })).toBe(undefined)
    expect(formatTrailKey({ ...good, time: 'noon' })).toBe(undefined)
  })
})

describeShared('keys of digests in the tests of the AWS command line', () => {
  it('are read', () => {
    const { digestKeys } = sharedJson('vectors/aws-cli/vectors.json') as {
      readonly digestKeys: ReadonlyArray<{ readonly key: string; readonly date?: string; readonly backfill: boolean }>
    }
    for (const { key, date, backfill } of digestKeys) {
      const parsed = parseTrailKey(key)
      if (date === undefined) expect(parsed).toBe(undefined)
      else {
        expect(parsed).toMatchObject({ kind: 'Digest', trail: 'foo', backfill, time: '2015-08-16T23:05:50Z' })
        expect(formatTrailKey(parsed as TrailKey)).toBe(key)
      }
    }
  })
})
