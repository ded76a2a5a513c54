/**
 * Partitions: the separate clouds of AWS, recognised by the prefix of a region's name. The partition of any other
 * region is unknown.
 *
 * @module
 */

/** Prefixes of regions by partition, longer prefixes first. These are the rules of AWS's SDKs. */
const PREFIXES: Readonly<Record<string, ReadonlyArray<string>>> = {
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

/** Returns the partition of a region such as `us-gov-west-1`, or `undefined` if it is unknown. */
export function awsPartition(region: string): string | undefined {
  if (region.length > LONGEST || !REGION.test(region)) return undefined
  return Object.keys(PREFIXES).find((partition) => PREFIXES[partition]?.some((prefix) => region.startsWith(prefix)))
}
