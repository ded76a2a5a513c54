import { expect, it } from 'vitest'
import { awsPartition } from '../../src/scalar/partition.js'

it.each([
  ['us-east-1', 'aws'],
  ['eu-central-1', 'aws'],
  ['ap-southeast-4', 'aws'],
  ['mx-central-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['cn-northwest-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-1', 'aws-iso-f'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['zz-north-1', undefined],
  ['us-east-1a', undefined],
  ['us-east', undefined],
  ['global', undefined],
  ['US-EAST-1', undefined],
  ['us-east-1:', undefined],
  ['', undefined],
  [`us-${'a'.repeat(1e6)}-1`, undefined],
])('%s is in %s', (region, partition) => {
  expect(awsPartition(region)).toBe(partition)
})
