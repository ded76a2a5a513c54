/**
 * Partitions: the separate clouds of AWS, told by the beginning of a region's name. A region that fits none is of a partition that is not known here.
 *
 * @module
 */

/** Beginnings of regions by partition, the longer before those they begin with. These are the rules by which AWS's own SDKs tell partitions. */
const BEGINNINGS: Readonly<Record<string, ReadonlyArray<string>>> = {
  'aws-us-gov': ['us-gov-'],
  'aws-iso': ['us-iso-'],
  'aws-iso-b': ['us-isob-'],
  'aws-iso-e': ['eu-isoe-'],
  'aws-iso-f': ['us-isof-'],
  'aws-eusc': ['eusc-'],
  'aws-cn': ['cn-'],
  aws: ['us-', 'eu-', 'ap-', 'sa-', 'ca-', 'me-', 'af-', 'il-', 'mx-'],
}

const REGION = /^[a-z]{2,4}-(?:[a-z]{2,8}-)?[a-z]{2,16}-\d{1,2}$/

const LONGEST = 32

/** The partition of a region such as `us-gov-west-1`, or `undefined` where the name is none that is known. */
export function partitionOf(region: string): string | undefined {
  if (region.length > LONGEST || !REGION.test(region)) return undefined
  return Object.keys(BEGINNINGS).find((partition) => BEGINNINGS[partition]?.some((beginning) => region.startsWith(beginning)))
}
