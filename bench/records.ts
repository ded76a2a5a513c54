/**
 * CloudTrail records of twelve Glue APIs as in a data lake's trail: mostly reads by roles, callers in bursts, some
 * denied calls, null responses where CloudTrail logs null.
 *
 * @module
 */
import { payloads } from './payloads.js'
import { HEX, type Random, seeded } from './random.js'

export type Json = Readonly<Record<string, unknown>>

/** A caller: its identity and the members that every record of a burst shares. */
export interface Caller {
  readonly identity: Json
  readonly address: string
  readonly agent: string
}

export const ACCOUNT = '123456789012'
export const REGION = 'us-east-1'
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const START = Date.UTC(2024, 5, 14)

/** The number of callers in a burst, and of calls by each. */
const BURST = 24
const SAME_CALLER = 0.8

const AGENTS = [
  'aws-sdk-java/2.20.162 Linux/5.10.220-209.869.amzn2.x86_64 OpenJDK_64-Bit_Server_VM/17.0.11+9-LTS Java/17.0.11 vendor/Amazon.com_Inc. io/async http/NettyNio cfg/retry-mode/standard',
  'Boto3/1.34.131 md/Botocore#1.34.131 ua/2.0 os/linux#5.10.226-214.880.amzn2.x86_64 md/arch#x86_64 lang/python#3.11.9 md/pyimpl#CPython exec-env/AWS_Lambda_python3.11 cfg/retry-mode#legacy Botocore/1.34.131',
  'APN/1.0 HashiCorp/1.0 Terraform/1.7.5 (+https://www.terraform.io) terraform-provider-aws/5.49.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.26.1 os/linux lang/go#1.22.2',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
] as const

const ERRORS = [
  { errorCode: 'EntityNotFoundException', errorMessage: 'Table orders_daily not found. (Service: AWSGlue; Status Code: 400)' },
  {
    errorCode: 'AccessDenied',
    errorMessage: `User: arn:aws:sts::${ACCOUNT}:assumed-role/etl-role/nightly is not authorized to perform: glue:GetTable on resource: arn:aws:glue:${REGION}:${ACCOUNT}:catalog`,
  },
  { errorCode: 'AlreadyExistsException', errorMessage: 'Partition already exists.' },
] as const

/** Returns `count` records as lines of JSON, as in a log file; the same for the same seed. */
export function recordTexts(count: number, seed: number): ReadonlyArray<string> {
  const random = seeded(seed)
  const next = glueTexts(random, callers(random))
  return Array.from({ length: count }, (_, i) => next(i * 400))
}

/** Returns a function that makes Glue records as lines of JSON, for a time in milliseconds after the start. */
export function glueTexts(random: Random, nextCaller: () => Caller): (at: number) => string {
  const nextPayload = payloads(random)
  return (at) => {
    const { eventName, readOnly, requestParameters, responseElements } = nextPayload()
    const { identity, address, agent } = nextCaller()
    const refused = random.chance(0.08)
    return JSON.stringify({
      eventVersion: random.pick(['1.08', '1.09', '1.10', '1.11']),
      userIdentity: identity,
      eventTime: time(at),
      eventSource: 'glue.amazonaws.com',
      eventName,
      awsRegion: REGION,
      sourceIPAddress: address,
      userAgent: agent,
      ...(refused ? random.pick(ERRORS) : {}),
      requestParameters,
      responseElements: refused ? null : responseElements,
      ...(eventName === 'GetTable' && random.chance(0.3) ? { additionalEventData: lakeFormation(random) } : {}),
      requestID: random.uuid(),
      eventID: random.uuid(),
      readOnly,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: ACCOUNT,
      eventCategory: 'Management',
      tlsDetails: tlsDetails(random, 'glue'),
      ...(random.chance(0.03) ? { sessionCredentialFromConsole: 'true' } : {}),
    })
  }
}

/** How a caller reached the service. */
export function tlsDetails(random: Random, service: string): Json {
  return {
    tlsVersion: random.chance(0.8) ? 'TLSv1.3' : 'TLSv1.2',
    cipherSuite: random.pick(['TLS_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256']),
    clientProvidedHostHeader: `${service}.${REGION}.amazonaws.com`,
  }
}

/** Returns a function that yields callers in bursts. */
export function callers(random: Random): () => Caller {
  const recent: Array<Caller> = []
  return () => {
    const again = recent.length > 0 && random.chance(SAME_CALLER) ? recent[random.int(recent.length)] : undefined
    if (again !== undefined) return again
    const caller = newCaller(random)
    recent.push(caller)
    if (recent.length > BURST) recent.shift()
    return caller
  }
}

function newCaller(random: Random): Caller {
  const address = `10.${random.int(256)}.${random.int(256)}.${random.int(256)}`
  const agent = random.pick(AGENTS)
  const accessKeyId = `ASIA${random.string(BASE32, 16)}`
  const draw = random.next()
  if (draw < 0.02) {
    const root = `arn:aws:iam::${ACCOUNT}:root`
    return { identity: { type: 'Root', principalId: ACCOUNT, arn: root, accountId: ACCOUNT, accessKeyId }, address, agent }
  }
  if (draw < 0.05)
    return { identity: { type: 'AWSService', invokedBy: 'lakeformation.amazonaws.com' }, address: 'AWS Internal', agent: 'AWS Internal' }
  if (draw < 0.15) {
    const userName = `${random.pick(['alice', 'bob', 'carol', 'dave'])}.${random.int(40)}`
    const principalId = `AIDA${random.string(BASE32, 17)}`
    const arn = `arn:aws:iam::${ACCOUNT}:user/${userName}`
    return { identity: { type: 'IAMUser', principalId, arn, accountId: ACCOUNT, accessKeyId, userName }, address, agent }
  }
  return { identity: assumedRole(random, accessKeyId), address, agent }
}

function assumedRole(random: Random, accessKeyId: string): Json {
  const role = `${random.pick(['app', 'etl', 'data', 'ci'])}-${random.pick(['orders', 'clicks', 'billing'])}-role-${random.int(40)}`
  const roleId = `AROA${random.string(BASE32, 17)}`
  const session = random.chance(0.5) ? `i-0${random.string(HEX, 16)}` : `session-${random.int(100_000)}`
  return {
    type: 'AssumedRole',
    principalId: `${roleId}:${session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`,
    accountId: ACCOUNT,
    accessKeyId,
    sessionContext: {
      sessionIssuer: { type: 'Role', principalId: roleId, arn: `arn:aws:iam::${ACCOUNT}:role/${role}`, accountId: ACCOUNT, userName: role },
      webIdFederationData: {},
      attributes: { creationDate: time(-random.int(3600_000)), mfaAuthenticated: 'false' },
      ...(random.chance(0.3) ? { ec2RoleDelivery: '2.0' } : {}),
    },
    ...(random.chance(0.15) ? { invokedBy: random.pick(['athena.amazonaws.com', 'glue.amazonaws.com']) } : {}),
  }
}

function lakeFormation(random: Random): Json {
  return {
    insufficientLakeFormationPermissions: [`orders_${random.int(40)}`],
    lakeFormationPrincipal: `arn:aws:iam::${ACCOUNT}:role/lf-admin`,
    lakeFormationRoleSessionName: `AWSLF-00-AT-${ACCOUNT}-${random.string(BASE32, 10)}`,
  }
}

/** Formats a time in milliseconds after the start as records do. */
export function time(offset: number): string {
  return `${new Date(START + offset).toISOString().slice(0, 19)}Z`
}
