/**
 * Records of the services that fill most of a trail: roles that are assumed, objects and keys, instances, functions,
 * and the rest, in the shares that an account with a data lake has, data events included.
 *
 * @module
 */
import type { Random } from '../random.js'
import { HEX } from '../random.js'
import { ACCOUNT, BASE32, type Caller, type Json, REGION, time, tlsDetails } from '../records.js'

/** What distinguishes the calls of one API. */
interface Call {
  readonly service: string
  readonly name: string
  readonly reads: boolean
  readonly request: Json | null
  readonly response?: Json | null
  readonly more?: Json
  readonly resources?: ReadonlyArray<Json>
  /** A data event, such as reading an object. */
  readonly data?: boolean
}

type MakeCall = (random: Random) => Call

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const WORDS = [
  'orders',
  'customers',
  'clicks',
  'sessions',
  'billing',
  'inventory',
  'shipments',
  'refunds',
  'audit',
  'web',
  'finance',
  'ads',
] as const

const nameOf = (random: Random): string => `${random.pick(WORDS)}-${random.pick(WORDS)}-${random.int(40)}`
const bucketOf = (random: Random): string => `${random.pick(WORDS)}-${random.pick(['logs', 'data', 'assets'])}-${ACCOUNT}`
const roleOf = (random: Random): string => `arn:aws:iam::${ACCOUNT}:role/${random.pick(WORDS)}-role-${random.int(40)}`
const keyOf = (random: Random): string => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${random.uuid()}`
const idOf = (random: Random, kind: string): string => `${kind}-0${random.string(HEX, 16)}`

const assumeRole: MakeCall = (random) => {
  const role = roleOf(random)
  const session = `${random.pick(WORDS)}-session-${random.int(1e6)}`
  return {
    service: 'sts',
    name: 'AssumeRole',
    reads: true,
    request: { roleArn: role, roleSessionName: session, durationSeconds: 3600 },
    response: {
      credentials: {
        accessKeyId: `ASIA${random.string(BASE32, 16)}`,
        sessionToken: `IQoJb3JpZ2luX2VjE${random.string(BASE64, 430)}==`,
        expiration: 'Jun 14, 2024, 1:00:00 AM',
      },
      assumedRoleUser: {
        assumedRoleId: `AROA${random.string(BASE32, 17)}:${session}`,
        arn: `${role.replace(':role/', ':assumed-role/')}/${session}`,
      },
    },
    resources: [{ accountId: ACCOUNT, type: 'AWS::IAM::Role', ARN: role }],
  }
}

const objectCall: MakeCall = (random) => {
  const bucketName = bucketOf(random)
  const reads = random.chance(0.7)
  const key = `${random.pick(WORDS)}/${random.pick(WORDS)}/dt=2024-06-${10 + random.int(20)}/part-${random.string(HEX, 5)}-${random.uuid()}.c000.snappy.parquet`
  const Host = `${bucketName}.s3.${REGION}.amazonaws.com`
  return {
    service: 's3',
    name: reads ? 'GetObject' : 'PutObject',
    reads,
    data: true,
    request: { bucketName, Host, key },
    response: reads ? null : { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': keyOf(random) },
    more: {
      SignatureVersion: 'SigV4',
      CipherSuite: 'TLS_AES_128_GCM_SHA256',
      bytesTransferredIn: reads ? 0 : random.int(1e7),
      SSEApplied: 'SSE_KMS',
      AuthenticationMethod: 'AuthHeader',
      'x-amz-id-2': `${random.string(BASE64, 75)}=`,
      bytesTransferredOut: reads ? random.int(1e8) : 0,
    },
    resources: [
      { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucketName}/${key}` },
      { accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucketName}` },
    ],
  }
}

const decrypt: MakeCall = (random) => {
  const keyId = keyOf(random)
  return {
    service: 'kms',
    name: random.pick(['Decrypt', 'GenerateDataKey']),
    reads: true,
    request: {
      keyId,
      encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${bucketOf(random)}/${random.string(HEX, 20)}` },
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    },
    more: { keyMaterialId: random.string(HEX, 64) },
    resources: [{ accountId: ACCOUNT, type: 'AWS::KMS::Key', ARN: keyId }],
  }
}

const describeInstances: MakeCall = (random) => ({
  service: 'ec2',
  name: random.pick(['DescribeInstances', 'DescribeNetworkInterfaces', 'DescribeVolumes', 'DescribeTags']),
  reads: true,
  request: {
    maxResults: 1000,
    filterSet: {
      items: [
        { name: 'tag:Name', valueSet: { items: [{ value: nameOf(random) }, { value: nameOf(random) }] } },
        { name: 'instance-state-name', valueSet: { items: [{ value: 'running' }] } },
      ],
    },
    instancesSet: { items: Array.from({ length: random.int(5) }, () => ({ instanceId: idOf(random, 'i') })) },
  },
})

const runInstances: MakeCall = (random) => {
  const imageId = idOf(random, 'ami')
  const subnetId = idOf(random, 'subnet')
  return {
    service: 'ec2',
    name: 'RunInstances',
    reads: false,
    request: {
      instancesSet: { items: [{ imageId, minCount: 1, maxCount: 1 }] },
      instanceType: 'm6i.large',
      userData: '<sensitiveDataRemoved>',
      subnetId,
      blockDeviceMapping: { items: [{ deviceName: '/dev/xvda', ebs: { volumeSize: 100, volumeType: 'gp3', encrypted: true } }] },
      tagSpecificationSet: { items: [{ resourceType: 'instance', tags: [{ key: 'Name', value: nameOf(random) }] }] },
    },
    response: {
      requestId: random.uuid(),
      reservationId: idOf(random, 'r'),
      ownerId: ACCOUNT,
      instancesSet: {
        items: [
          {
            instanceId: idOf(random, 'i'),
            imageId,
            currentState: { code: 0, name: 'pending' },
            privateDnsName: `ip-10-1-${random.int(255)}-${random.int(255)}.ec2.internal`,
            instanceType: 'm6i.large',
            placement: { availabilityZone: `${REGION}a`, tenancy: 'default' },
            monitoring: { state: 'pending' },
            subnetId,
            networkInterfaceSet: { items: [{ networkInterfaceId: idOf(random, 'eni'), status: 'in-use', sourceDestCheck: true }] },
          },
        ],
      },
    },
  }
}

const getRolePolicy: MakeCall = (random) => ({
  service: 'iam',
  name: 'GetRolePolicy',
  reads: true,
  request: { roleName: nameOf(random), policyName: nameOf(random) },
})

/** A text in which stands what looks like a Glue record. */
const putRule: MakeCall = (random) => ({
  service: 'events',
  name: 'PutRule',
  reads: false,
  request: {
    name: nameOf(random),
    eventPattern: JSON.stringify({ source: ['aws.glue'], detail: { eventSource: 'glue.amazonaws.com', eventName: ['CreateTable'] } }),
    state: 'ENABLED',
  },
  response: { ruleArn: `arn:aws:events:${REGION}:${ACCOUNT}:rule/${nameOf(random)}` },
})

const putRolePolicy: MakeCall = (random) => ({
  service: 'iam',
  name: 'PutRolePolicy',
  reads: false,
  request: {
    roleName: nameOf(random),
    policyName: nameOf(random),
    policyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject', 'glue:GetTable', 'kms:Decrypt'], Resource: [`arn:aws:s3:::${bucketOf(random)}/*`] },
      ],
    }),
  },
})

const invoke: MakeCall = (random) => {
  const functionName = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${nameOf(random)}`
  return {
    service: 'lambda',
    name: 'Invoke',
    reads: false,
    data: true,
    request: { functionName, invocationType: 'Event' },
    more: { functionVersion: `${functionName}:$LATEST` },
    resources: [{ accountId: ACCOUNT, type: 'AWS::Lambda::Function', ARN: functionName }],
  }
}

const updateFunction: MakeCall = (random) => {
  const functionName = nameOf(random)
  return {
    service: 'lambda',
    name: 'UpdateFunctionConfiguration20150331v2',
    reads: false,
    request: { functionName, environment: {}, timeout: 30, memorySize: 512 },
    response: {
      functionName,
      functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${functionName}`,
      runtime: 'python3.11',
      role: roleOf(random),
      handler: 'app.handler',
      codeSize: random.int(1e7),
      description: 'Traitement des événements – « nightly »',
      codeSha256: `${random.string(BASE64, 43)}=`,
      version: '$LATEST',
      revisionId: random.uuid(),
      state: 'Active',
      architectures: ['x86_64'],
    },
  }
}

const createLogStream: MakeCall = (random) => ({
  service: 'logs',
  name: 'CreateLogStream',
  reads: false,
  request: { logGroupName: `/aws/lambda/${nameOf(random)}`, logStreamName: `2024/06/14/[$LATEST]${random.string(HEX, 32)}` },
})

const describeTable: MakeCall = (random) => {
  const tableName = nameOf(random)
  const ARN = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${tableName}`
  return {
    service: 'dynamodb',
    name: 'DescribeTable',
    reads: true,
    request: { tableName },
    resources: [{ accountId: ACCOUNT, type: 'AWS::DynamoDB::Table', ARN }],
  }
}

/** The calls, each with its share of a hundred. */
const CALLS: ReadonlyArray<readonly [share: number, make: MakeCall]> = [
  [20, assumeRole],
  [26, objectCall],
  [14, decrypt],
  [12, describeInstances],
  [3, runInstances],
  [6, getRolePolicy],
  [2, putRolePolicy],
  [1, putRule],
  [7, invoke],
  [2, updateFunction],
  [4, createLogStream],
  [3, describeTable],
]

const TOTAL = CALLS.reduce((sum, [share]) => sum + share, 0)

function makerOf(random: Random): MakeCall {
  let draw = random.next() * TOTAL
  for (const [share, make] of CALLS) {
    draw -= share
    if (draw < 0) return make
  }
  return assumeRole
}

/** Records of other services as JSON texts, each of a time in milliseconds after the beginning. */
export function otherTexts(random: Random, nextCaller: () => Caller): (at: number) => string {
  return (at) => {
    const { service, name, reads, request, response = null, more, resources, data = false } = makerOf(random)(random)
    const { identity, address, agent } = nextCaller()
    return JSON.stringify({
      eventVersion: random.pick(['1.08', '1.09', '1.10', '1.11']),
      userIdentity: identity,
      eventTime: time(at),
      eventSource: `${service}.amazonaws.com`,
      eventName: name,
      awsRegion: REGION,
      sourceIPAddress: address,
      userAgent: agent,
      requestParameters: request,
      responseElements: response,
      ...(more === undefined ? {} : { additionalEventData: more }),
      requestID: random.uuid(),
      eventID: random.uuid(),
      readOnly: reads,
      ...(resources === undefined ? {} : { resources }),
      eventType: 'AwsApiCall',
      managementEvent: !data,
      recipientAccountId: ACCOUNT,
      ...(service === 's3' && random.chance(0.6) ? { vpcEndpointId: idOf(random, 'vpce') } : {}),
      eventCategory: data ? 'Data' : 'Management',
      tlsDetails: tlsDetails(random, service),
    })
  }
}
