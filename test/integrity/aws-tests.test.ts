/** Where each test of AWS's own validator that applies has its counterpart: by name, beside the scenarios of chains. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../support/root.js'
import { describeShared, sharedJson } from '../support/shared.js'

/** Tests here, each with the names of AWS's tests that it covers, without `test_`. */
const COUNTERPARTS: ReadonlyArray<readonly [file: string, title: string, names: ReadonlyArray<string>]> = [
  ['check-digest.test.ts', 'has a short signature', ['does_not_hard_fail_on_invalid_signature']],
  [
    'check-digest.test.ts',
    'has no algorithm in its metadata',
    ['ensures_digest_has_proper_metadata', 'fails_when_digest_metadata_is_missing'],
  ],
  ['check-digest.test.ts', 'has the metadata of a backfill', ['ensures_backfill_digest_has_proper_metadata']],
  ['check-digest.test.ts', 'is not JSON', ['ensures_digests_can_be_json_parsed']],
  [
    'check-digest.test.ts',
    'is not proven where its key is unknown, misnamed or expired',
    ['ensures_public_key_is_found', 'fails_when_digest_public_key_not_found'],
  ],
  ['check-digest.test.ts', 'is proven by its metadata', ['validates_digests', 'fetches_digests']],
  [
    'check-digest.test.ts',
    'names another bucket',
    ['ensures_digest_from_same_location_as_json_contents', 'fails_when_digest_not_from_same_location_as_json_contents'],
  ],
  [
    'check-log.test.ts',
    'has a code for all that is wrong',
    ['fails_and_warns_when_log_hash_is_invalid', 'rejects_multi_member_gzip_log_file', 'fails_and_warns_when_log_is_deleted'],
  ],
  ['check-log.test.ts', 'is verified with its hash, in either case', ['validates_valid_log_files']],
  ['crypto.web.test.ts', 'verify in both halves, and not with one bit changed', ['does_not_expose_underlying_validation_error']],
  ['digest.test.ts', 'is as AWS has it', ['properly_signs_when_no_previous_signature']],
  [
    'digest.test.ts',
    'is refused without a member, except for three without which it can be proven',
    ['fails_when_digest_is_missing_keys_before_validation'],
  ],
  ['key-ring.test.ts', 'asks its source once for a region and a day, and for a key that another day has', ['returns_public_key_in_range']],
  [
    'key-ring.test.ts',
    'has a problem for a key that is unknown, misnamed, of another region or not to be had',
    ['ensures_public_keys_are_loaded'],
  ],
  ['key.test.ts', 'never throws, whatever bit of a key is wrong', ['does_not_expose_underlying_key_decoding_error']],
  ['member-hash.test.ts', 'says what is there in place of one member', ['ensures_digest_can_be_gzip_inflated']],
  [
    'regions.test.ts',
    'are found below every AWSLogs, organizations included',
    [
      'creates_traverser_and_gets_trail_by_arn',
      'create_traverser_organizational_trail_not_launched',
      'creates_traverser_and_gets_trail_by_arn_s3_bucket_specified',
      'creates_traverser_and_gets_organization_id',
      'creates_traverser_organization_trail_missing_account_id',
      'calls_list_objects_correctly',
      'calls_list_objects_correctly_org_trails',
      'create_digest_prefix_without_key_prefix',
      'create_digest_prefix_with_key_prefix',
      'create_digest_prefix_org_trail',
      'create_digest_prefix_org_trail_with_key_prefix',
    ],
  ],
  [
    'regions.test.ts',
    'are those that are wanted',
    [
      'ensures_cloudtrail_arns_are_valid',
      'ensures_cloudtrail_arns_are_valid_when_missing_resource',
      'allows_valid_arns',
      'creates_traverser_account_id',
    ],
  ],
  [
    'shard.test.ts',
    'is named by the parts of a key',
    [
      'extracts_dates_from_digest_keys',
      'is_backfill_digest_key_identifies_standard_digest',
      'is_backfill_digest_key_identifies_backfill_digest',
      'extracts_dates_from_backfill_digest_keys',
      'extracts_dates_from_standard_digest_keys',
    ],
  ],
  ['shard.test.ts', 'is read from a name that has lost its folders', ['is_backfill_digest_key_handles_edge_cases']],
  ['time.test.ts', 'reads the one form that digests have', ['formats_dates']],
  ['time.test.ts', 'reads times of callers down to the second', ['parses_dates', 'normalizes_date_timezones']],
  [
    'validate-trail.test.ts',
    'is verified for a range within it; digests around it are read for their links alone',
    ['returns_digests_in_range'],
  ],
  [
    'validate-trail.test.ts',
    'is verified where a backfill names what was delivered before',
    [
      'load_all_digest_keys_in_range_separates_standard_and_backfill',
      'fetches_backfill_digests_with_metadata',
      'validates_mixed_digests_standard_smaller_period',
      'validates_mixed_digests_backfill_smaller_period',
    ],
  ],
  ['validate-trail.test.ts', 'is verified, each second of it', ['creates_traverser']],
  [
    'validate-trail.test.ts',
    'leaves log files of an account and region without any digest uncovered',
    ['warns_when_no_digests_after_start_date', 'warns_when_no_digests_found_in_range'],
  ],
  ['validate-trail.test.ts', 'refuses invalid times and cursors', ['parses_dates_with_better_error_message']],
]

interface AwsTest {
  readonly class: string
  readonly test: string
  readonly applies: boolean
}

describeShared('tests of AWS', () => {
  const tests = Object.values(sharedJson('vectors/aws-cli/test-index.json') as Readonly<Record<string, ReadonlyArray<AwsTest>>>).flat()
  const scenarios = sharedJson('vectors/aws-cli/chain-scenarios.json') as ReadonlyArray<Pick<AwsTest, 'test'>>
  const covered = new Set([
    ...COUNTERPARTS.flatMap(([, , names]) => names.map((name) => `test_${name}`)),
    ...scenarios.map(({ test }) => test),
  ])

  it('are 90, and each that applies has a counterpart', () => {
    expect(tests.length).toBe(90)
    expect(tests.filter(({ applies, test }) => applies && !covered.has(test)).map(({ test }) => test)).toEqual([])
  })

  it('have no counterpart that is for nothing', () => {
    const names = new Set(tests.map(({ test }) => test))
    expect([...covered].filter((name) => !names.has(name))).toEqual([])
  })
})

it.each(COUNTERPARTS)('%s: %s', (file, title) => {
  expect(readFileSync(join(ROOT, 'test', 'integrity', file), 'utf8')).toContain(`'${title}'`)
})
