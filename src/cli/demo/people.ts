/**
 * Callers in the example trail. Accounts, addresses and keys are those reserved for examples.
 *
 * @module
 */

export const ACCOUNT = '123456789012'
export const PARTNER = '111122223333'

/** An identity, where it calls from and with what. */
export interface Caller {
  readonly identity: Readonly<Record<string, unknown>>
  readonly sourceIPAddress: string
  readonly userAgent: string
  /** Whether the session comes from the console, which CloudTrail then logs. */
  readonly console?: true
}

const BROWSER = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36'
const CLI =
  'aws-cli/2.15.48 md/awscrt#0.19.19 ua/2.0 os/linux#6.5.0 md/arch#x86_64 lang/python#3.11.8 md/pyimpl#CPython cfg/retry-mode#standard'

interface Role {
  readonly name: string
  /** In front of the name in IAM; the ARN of a session loses it. */
  readonly path?: string
  readonly id: string
  readonly session: string
  readonly key: string
  readonly since: string
  readonly mfa?: boolean
}

function assumedRole(role: Role, more: Readonly<Record<string, unknown>> = {}, context: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'AssumedRole',
    principalId: `${role.id}:${role.session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role.name}/${role.session}`,
    accountId: ACCOUNT,
    accessKeyId: role.key,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: role.id,
        arn: `arn:aws:iam::${ACCOUNT}:role/${role.path ?? ''}${role.name}`,
        accountId: ACCOUNT,
        userName: role.name,
      },
      ...context,
      attributes: { creationDate: role.since, mfaAuthenticated: String(role.mfa ?? false) },
    },
    ...more,
  }
}

/** A service that acts for itself is its own address and its own agent. */
const service = (host: string): Caller => ({ identity: { type: 'AWSService', invokedBy: host }, sourceIPAddress: host, userAgent: host })

/** A caller on whose behalf a service calls: address and agent are those of the service. */
const through = (host: string, caller: Caller): Caller => ({
  identity: { ...caller.identity, invokedBy: host },
  sourceIPAddress: host,
  userAgent: host,
})

export const glueService = service('glue.amazonaws.com')

const CRAWLER: Role = {
  name: 'lake-crawler',
  id: 'AROADBQP57FF2AEXAMPLE',
  session: 'AWS-Crawler',
  key: 'ASIAIOSFODNN7EXAMPLE',
  since: '2024-05-14T02:00:04Z',
}
export const crawler: Caller = through('glue.amazonaws.com', { identity: assumedRole(CRAWLER), sourceIPAddress: '', userAgent: '' })

const ETL: Role = {
  name: 'orders-etl',
  id: 'AROAEXAMPLE2ETLORDERS',
  session: 'GlueJobRunnerSession',
  key: 'ASIAI44QH8DHBEXAMPLE',
  since: '2024-05-14T02:10:31Z',
}
export const job: Caller = {
  identity: assumedRole(ETL),
  sourceIPAddress: '198.51.100.14',
  userAgent: 'aws-sdk-java/1.12.678 Linux/5.10.213 OpenJDK_64-Bit_Server_VM/1.8.0_402 spark/3.3.0-amzn-1',
}

export const airflow: Caller = {
  identity: assumedRole({
    name: 'airflow-orders',
    path: 'service-role/',
    id: 'AROAEXAMPLE3AIRFLOW00',
    session: 'AmazonMWAA-airflow',
    key: 'ASIAEXAMPLEAIRFLOW01',
    since: '2024-05-14T01:41:07Z',
  }),
  sourceIPAddress: '198.51.100.88',
  userAgent: 'Boto3/1.34.106 md/Botocore#1.34.106 ua/2.0 os/linux#5.10.215 lang/python#3.11.9 exec-env/AWS_ECS_FARGATE',
}

export const terraform: Caller = {
  identity: assumedRole(
    {
      name: 'terraform-deploy',
      path: 'ci/',
      id: 'AROAEXAMPLE1TERRAFORM',
      session: 'pipeline-88213',
      key: 'ASIAEXAMPLETERRAFORM',
      since: '2024-05-14T06:00:58Z',
    },
    {},
    { webIdFederationData: { federatedProvider: `arn:aws:iam::${ACCOUNT}:oidc-provider/git.example.com`, attributes: {} } },
  ),
  sourceIPAddress: '192.0.2.17',
  userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.8.3 (+https://www.terraform.io) terraform-provider-aws/5.49.0 aws-sdk-go-v2/1.26.1',
}

/** What the pipeline is before it has a role. */
export const pipeline: Caller = {
  identity: {
    type: 'WebIdentityUser',
    principalId: `arn:aws:iam::${ACCOUNT}:oidc-provider/git.example.com:sts.amazonaws.com:project_path:data/platform`,
    userName: 'project_path:data/platform',
    identityProvider: `arn:aws:iam::${ACCOUNT}:oidc-provider/git.example.com`,
  },
  sourceIPAddress: '192.0.2.17',
  userAgent: 'aws-sdk-go-v2/1.26.1 os/linux lang/go#1.22.2 md/GOOS#linux md/GOARCH#amd64',
}

const STORE = `arn:aws:identitystore::${ACCOUNT}:identitystore/d-9067EXAMPLE`
const MIA = { userId: '83c4e8f2-5011-70d4-9a0b-EXAMPLE00001', identityStoreArn: STORE }

/** Mia in the access portal, before she has chosen an account. */
export const miaInPortal: Caller = {
  identity: { type: 'IdentityCenterUser', accountId: ACCOUNT, onBehalfOf: MIA, credentialId: 'f5b64fa5-5011-4a9c-8f3d-EXAMPLE00002' },
  sourceIPAddress: '203.0.113.24',
  userAgent: BROWSER,
}

export const mia: Caller = {
  identity: assumedRole(
    {
      name: 'AWSReservedSSO_DataAnalyst_0f1e2d3c4b5a6978',
      path: 'aws-reserved/sso.amazonaws.com/eu-central-1/',
      id: 'AROAEXAMPLE4ANALYST00',
      session: 'mia.berg',
      key: 'ASIAEXAMPLEANALYST01',
      since: '2024-05-14T09:02:40Z',
    },
    { onBehalfOf: MIA },
  ),
  sourceIPAddress: '203.0.113.24',
  userAgent: BROWSER,
  console: true,
}
export const miaInAthena: Caller = through('athena.amazonaws.com', mia)

const LARS: Role = {
  name: 'AWSReservedSSO_DataEngineer_8a7b6c5d4e3f2a1b',
  path: 'aws-reserved/sso.amazonaws.com/eu-central-1/',
  id: 'AROAEXAMPLE5ENGINEER0',
  session: 'lars.holm',
  key: 'ASIAEXAMPLEENGINEER1',
  since: '2024-05-14T10:40:12Z',
}
export const lars: Caller = { identity: assumedRole(LARS), sourceIPAddress: '203.0.113.61', userAgent: BROWSER, console: true }
export const larsInShell: Caller = { identity: assumedRole(LARS), sourceIPAddress: '203.0.113.61', userAgent: CLI }

/** A user of IAM with temporary credentials: a `sessionContext` without an issuer. */
export const jonas: Caller = {
  identity: {
    type: 'IAMUser',
    principalId: 'AIDAEXAMPLE0JONAS0000',
    arn: `arn:aws:iam::${ACCOUNT}:user/jonas.frank`,
    accountId: ACCOUNT,
    accessKeyId: 'ASIAEXAMPLEJONAS0001',
    userName: 'jonas.frank',
    sessionContext: { sessionIssuer: {}, attributes: { creationDate: '2024-05-14T16:12:30Z', mfaAuthenticated: 'true' } },
  },
  sourceIPAddress: '192.0.2.203',
  userAgent: CLI,
}

export const rootAtSignIn: Caller = {
  identity: { type: 'Root', principalId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT, accessKeyId: '' },
  sourceIPAddress: '203.0.113.200',
  userAgent: BROWSER,
}
export const root: Caller = {
  identity: {
    ...rootAtSignIn.identity,
    accessKeyId: 'ASIAEXAMPLEROOT00001',
    sessionContext: { attributes: { creationDate: '2024-05-14T09:11:52Z', mfaAuthenticated: 'true' } },
  },
  sourceIPAddress: '203.0.113.200',
  userAgent: BROWSER,
  console: true,
}

/** Another account that reads a shared table: no ARN in the owner's log. */
export const partner: Caller = {
  identity: { type: 'AWSAccount', principalId: 'AROAEXAMPLE6PARTNER00:reporting', accountId: PARTNER },
  sourceIPAddress: '198.51.100.23',
  userAgent: 'Boto3/1.34.88 md/Botocore#1.34.88 ua/2.0 os/linux#5.10.214 lang/python#3.12.3 exec-env/AWS_Lambda_python3.12',
}

/** The role that a service takes on for a crawler or a job. */
export const roleOf = { crawler: CRAWLER, job: ETL }
