import { expect, it } from 'vitest'
import { awsKeys } from '../../src/aws/aws-keys.js'

it('asks each region with its own client, page by page', async () => {
  const asked: Array<unknown> = []
  const client = (region: string) => ({
    send: async ({ input }: { readonly input: object }): Promise<object> => {
      asked.push([region, input])
      const times = { ValidityStartTime: new Date(1), ValidityEndTime: new Date(2) }
      return 'NextToken' in input
        ? { PublicKeyList: [{ Value: Uint8Array.of(2), Fingerprint: 'bb' }, { Fingerprint: 'cc' }] }
        : { PublicKeyList: [{ Value: Uint8Array.of(1), Fingerprint: 'aa', ...times }], NextToken: 'n' }
    },
  })
  const keys = awsKeys({ client })
  const wanted = { region: 'us-east-1', from: new Date(10), to: new Date(20) }
  expect(await keys(wanted)).toEqual([
    {
      value: Uint8Array.of(1),
      fingerprint: 'aa',
      from: new Date(1),
      to: new Date(2),
      region: 'us-east-1',
      source: 'ListPublicKeys in us-east-1',
    },
    { value: Uint8Array.of(2), fingerprint: 'bb', region: 'us-east-1', source: 'ListPublicKeys in us-east-1' },
  ])
  await keys({ ...wanted, region: 'eu-west-1' })
  expect(asked).toEqual([
    ['us-east-1', { StartTime: new Date(10), EndTime: new Date(20) }],
    ['us-east-1', { StartTime: new Date(10), EndTime: new Date(20), NextToken: 'n' }],
    ['eu-west-1', { StartTime: new Date(10), EndTime: new Date(20) }],
    ['eu-west-1', { StartTime: new Date(10), EndTime: new Date(20), NextToken: 'n' }],
  ])
})
