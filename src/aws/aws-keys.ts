/**
 * Public keys from CloudTrail itself.
 *
 * @module
 */
import { requireOptions } from '../codec/argument.js'
import { defined } from '../source/defined.js'
import type { KeySource, PublicKeyRecord } from '../source/evidence.js'
import { type AwsClient, cloudTrailSdk } from './client.js'

/** More pages than any region has keys for. */
const MAX_PAGES = 100

/**
 * Creates a source of public keys for `validateTrail`: `ListPublicKeys` of CloudTrail, in the region whose digests are
 * validated. It needs `cloudtrail:ListPublicKeys` and `@aws-sdk/client-cloudtrail`, an optional peer.
 *
 * @param options - `client` returns the client for a region; default: one with the SDK's defaults.
 * @returns A function that requests the keys of a region that were valid in a period. It rejects with the errors of the
 * SDK.
 *
 * @see
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListPublicKeys.html AWS: ListPublicKeys}
 *
 * @example
 * import { awsKeys } from 'glue-trail/aws'
 *
 * const client = { send: async () => ({ PublicKeyList: [{ Value: new Uint8Array(3), Fingerprint: '00ff' }] }) }
 * const keys = await awsKeys({ client: () => client })({ region: 'us-east-1', from: new Date(0), to: new Date() })
 * assert.deepStrictEqual(keys.map(({ fingerprint, source }) => [fingerprint, source]), [['00ff', 'ListPublicKeys in us-east-1']])
 *
 * @category integrity
 * @since 0.1.0
 */
export function awsKeys(options: { readonly client?: (region: string) => AwsClient } = {}): KeySource {
  requireOptions('awsKeys', options)
  const clients = new Map<string, AwsClient>()
  const clientOf = async (region: string): Promise<AwsClient> => {
    const known = clients.get(region)
    if (known !== undefined) return known
    const client = options.client?.(region) ?? new (await cloudTrailSdk()).CloudTrailClient({ region })
    clients.set(region, client)
    return client
  }
  return async ({ region, from, to }, signal) => {
    const { ListPublicKeysCommand } = await cloudTrailSdk()
    const client = await clientOf(region)
    const keys: Array<PublicKeyRecord> = []
    let token: string | undefined
    for (let page = 0; page < MAX_PAGES; page++) {
      const input = { StartTime: from, EndTime: to, ...(token === undefined ? {} : { NextToken: token }) }
      const output: ListOutput = await client.send(new ListPublicKeysCommand(input), signal === undefined ? {} : { abortSignal: signal })
      for (const { Value, Fingerprint, ValidityStartTime, ValidityEndTime } of output.PublicKeyList ?? []) {
        if (Value === undefined || Fingerprint === undefined) continue
        keys.push({
          value: Value,
          fingerprint: Fingerprint,
          ...defined({ from: ValidityStartTime, to: ValidityEndTime }),
          region,
          source: `ListPublicKeys in ${region}`,
        })
      }
      token = output.NextToken
      if (token === undefined) break
    }
    return keys
  }
}

interface ListOutput {
  readonly PublicKeyList?: ReadonlyArray<{
    readonly Value?: Uint8Array
    readonly Fingerprint?: string
    readonly ValidityStartTime?: Date
    readonly ValidityEndTime?: Date
  }>
  readonly NextToken?: string
}
