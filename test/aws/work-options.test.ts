import { expect, it } from 'vitest'
import { checkWorkOptions } from '../../src/aws/work-options.js'

const WORK = { allowBuckets: {}, onEvents: () => undefined }
const client = { send: async () => ({}) }

it('are valid without those that have a default, and with limits of any size', () => {
  expect(() => checkWorkOptions(WORK, {})).not.toThrow()
  const limits = { maxBytes: Number.POSITIVE_INFINITY, maxRatio: 0.5, maxRemembered: 0, strict: true }
  expect(() => checkWorkOptions({ ...WORK, ...limits, where: { test: () => 'YES' } }, { client })).not.toThrow()
})

it('are refused with the name of the client that cannot be used', () => {
  expect(() => checkWorkOptions(WORK, { client, 'clients.s3': {} as never })).toThrow(
    'clients.s3: expected a client of the AWS SDK, with `send`',
  )
})
