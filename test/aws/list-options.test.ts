import type { S3Client } from '@aws-sdk/client-s3'
import { expectTypeOf, it } from 'vitest'
import type { KeyList, ListedObject, TrailOptions } from '../../src/aws/list-options.js'

it('take clients of the SDK, and keys from anywhere', () => {
  expectTypeOf<S3Client>().toExtend<NonNullable<TrailOptions['client']>>()
  expectTypeOf<ReadonlyArray<string>>().toExtend<KeyList>()
  expectTypeOf<AsyncGenerator<string>>().toExtend<KeyList>()
  expectTypeOf<AsyncIterable<ListedObject>>().toExtend<KeyList>()
  expectTypeOf<{ readonly bucket: string; readonly from: Date; readonly to: string }>().toExtend<TrailOptions>()
})
