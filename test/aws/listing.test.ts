import { expect, it } from 'vitest'
import { accountFolders, isAmong, Pages, regionFolders, rootFolder } from '../../src/aws/listing.js'
import { objectStore } from '../../src/aws/object-store.js'
import { memoryS3 } from './memory-s3.js'

const FILES = {
  'p/AWSLogs/123456789012/CloudTrail/eu-west-1/x': '',
  'p/AWSLogs/123456789012/CloudTrail/us-east-1/x': '',
  'p/AWSLogs/o-a1b2c3d4e5/210987654321/CloudTrail/us-east-1/x': '',
  'p/AWSLogs/vpcflowlogs/x': '',
}

it('finds accounts and regions by their folders, over as many pages as there are', async () => {
  const options = { bucket: 'b', prefix: 'p' }
  const pages = new Pages(objectStore(memoryS3(FILES, 1)), options)
  expect(await accountFolders(pages, options)).toEqual(['p/AWSLogs/123456789012/', 'p/AWSLogs/o-a1b2c3d4e5/210987654321/'])
  expect(await regionFolders(pages, 'p/AWSLogs/123456789012/CloudTrail/', undefined)).toEqual([
    'p/AWSLogs/123456789012/CloudTrail/eu-west-1/',
    'p/AWSLogs/123456789012/CloudTrail/us-east-1/',
  ])
  expect(pages.counts).toEqual({ requests: 6, keys: 0, listed: 0, skipped: 0, failed: 0 })
})

it('requests nothing it already knows', async () => {
  const client = memoryS3(FILES)
  const options = { bucket: 'b', organization: 'o-a1b2c3d4e5', accounts: ['1'] }
  const pages = new Pages(objectStore(client), options)
  expect(await accountFolders(pages, options)).toEqual(['AWSLogs/o-a1b2c3d4e5/1/'])
  expect(await regionFolders(pages, 'x/', ['r'])).toEqual(['x/r/'])
  expect(client.inputs).toEqual([])
  expect([isAmong('a', undefined), isAmong('a', ['b']), isAmong('b', ['b'])]).toEqual([true, false, true])
})

it('takes a prefix with or without a slash at its end', () => {
  expect([undefined, '', '/', 'p', 'p/', 'p/q/'].map(rootFolder)).toEqual([
    'AWSLogs/',
    'AWSLogs/',
    'AWSLogs/',
    'p/AWSLogs/',
    'p/AWSLogs/',
    'p/q/AWSLogs/',
  ])
})
