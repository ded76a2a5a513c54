/**
 * Callers: an identity of each of the twelve types, with a fitting address and user agent.
 *
 * @module
 */

import type { UserIdentity } from '../generated/record/identity.js'
import type { SessionContext } from '../generated/record/session-context.js'
import { chance, seedOf } from './chance.js'
import { fill, type Source } from './fill.js'
import { isoOf, SECOND } from './moment.js'

/** A caller, and how it calls. */
export interface Caller {
  readonly identity: UserIdentity
  readonly address: string
  readonly agent: string
  /** A person in the AWS console. */
  readonly console?: boolean
  /** A program in the platform's own network, through its VPC endpoint for Glue. */
  readonly vpc?: boolean
}

/** How calls are made, by any caller. */
interface Way {
  readonly address: string
  readonly agent: string
  readonly console?: boolean
  readonly vpc?: boolean
  /** The service that calls on behalf of the identity. */
  readonly invokedBy?: string
}

/** A role and who assumes it. */
interface Persona {
  readonly role: string
  /** The path before the role's name in IAM; the ARN of a session does not have it. */
  readonly path: string
  readonly session: string
  readonly way: Way
}

const OFFICE = '203.0.113.{host}'
const CLOUD = '198.51.100.{host}'

const BROWSER: Way = {
  address: OFFICE,
  agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
  console: true,
}
const CLI: Way = {
  address: OFFICE,
  agent:
    'aws-cli/2.24.20 md/awscrt#0.23.8 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.12.9 md/pyimpl#CPython cfg/retry-mode#standard',
}
const BOTO: Way = {
  address: CLOUD,
  agent: 'Boto3/1.37.13 md/Botocore#1.37.13 ua/2.1 os/linux#5.10.234 md/arch#x86_64 lang/python#3.12.9 exec-env/AWS_ECS_FARGATE',
}
const TERRAFORM: Way = {
  address: CLOUD,
  agent: 'APN/1.0 HashiCorp/1.0 Terraform/1.11.2 (+https://www.terraform.io) terraform-provider-aws/5.91.0 aws-sdk-go-v2/1.36.3',
}
const SPARK: Way = {
  address: '10.0.12.{host}',
  agent: 'aws-sdk-java/2.29.52 md/io#sync Linux/5.10.234 OpenJDK_64-Bit_Server_VM/17.0.14 Java/17.0.14 spark/3.5.4-amzn-0',
  vpc: true,
}
const byService = (host: string): Way => ({ address: host, agent: host, invokedBy: host })

const SSO = 'aws-reserved/sso.amazonaws.com/{region}/'

const ANALYST: Persona = { role: 'AWSReservedSSO_DataAnalyst_{permissionSet}', path: SSO, session: '{person}', way: BROWSER }
const ENGINEER: Persona = { role: 'AWSReservedSSO_DataEngineer_{permissionSet}', path: SSO, session: '{person}', way: CLI }
const ATHENA: Persona = { ...ANALYST, way: byService('athena.amazonaws.com') }
const PIPELINE: Persona = { role: 'terraform-deploy', path: 'ci/', session: 'pipeline-{digits:5}', way: TERRAFORM }
const AIRFLOW: Persona = { role: '{team}-airflow', path: 'service-role/', session: 'AmazonMWAA-airflow', way: BOTO }
const JOB: Persona = { role: '{team}-etl', path: '', session: 'GlueJobRunnerSession', way: SPARK }

/** Callers by the verb that an API begins with: programs run things, people read, and deployments change things. */
const PERSONAS: ReadonlyArray<readonly [verbs: RegExp, personas: ReadonlyArray<Persona>]> = [
  [/Session|Statement|DevEndpoint/, [ENGINEER, ANALYST]],
  [/^(?:BatchGet|Get)(?:Database|Table|Partition|Unfiltered)/, [ANALYST, ATHENA, ATHENA, JOB, JOB, PIPELINE]],
  [/^(?:BatchGet|Get|List|Search|Describe|Query|Check)/, [ANALYST, ENGINEER, AIRFLOW, PIPELINE]],
  [/^Batch(?:Create|Update|Delete)/, [JOB, JOB, AIRFLOW, ENGINEER]],
  [/^(?:BatchStop|Start|Stop|Run|Cancel|Reset|Resume)/, [AIRFLOW, AIRFLOW, ENGINEER]],
]
const DEPLOYERS: ReadonlyArray<Persona> = [PIPELINE, PIPELINE, ENGINEER]

/** Returns the caller of an API, by the type of its identity. */
export function callerOf(type: UserIdentity['type'], api: string, source: Source): Caller {
  const { draw, words } = source
  const filled = (template: string): string => fill(template, source)
  const account = filled('{account}')
  const [person = ''] = words.person ?? []
  const since = isoOf(source.now - (60 + draw.int(3000)) * SECOND)
  // Principals keep their ids in all calls.
  const id = (prefix: string, name: string): string =>
    fill(`${prefix}{id:10}EXAMPLE`, { ...source, draw: chance(seedOf(prefix, name, filled('{permissionSet}'))) })
  const temporary = filled('ASIA{id:9}EXAMPLE')
  const session = (mfa: boolean): SessionContext => ({ attributes: { creationDate: since, mfaAuthenticated: String(mfa) } })
  const by = (identity: UserIdentity, way: Way): Caller => ({
    identity: way.invokedBy === undefined ? identity : { ...identity, invokedBy: way.invokedBy },
    address: way.address.replace('{host}', String(1 + draw.int(254))),
    agent: way.agent,
    ...(way.console && { console: true }),
    ...(way.vpc && { vpc: true }),
  })

  switch (type) {
    case 'Root':
      return by(
        {
          type,
          principalId: account,
          arn: filled('{iam}:root'),
          accountId: account,
          accessKeyId: temporary,
          sessionContext: session(true),
        },
        BROWSER,
      )
    case 'IAMUser':
      return by(
        {
          type,
          principalId: id('AIDA', person),
          arn: filled(`{iam}:user/${person}`),
          accountId: account,
          accessKeyId: filled('AKIA{id:9}EXAMPLE'),
          userName: person,
        },
        CLI,
      )
    case 'Role':
    case 'AssumedRole': {
      const persona = draw.pick(PERSONAS.find(([verbs]) => verbs.test(api))?.[1] ?? DEPLOYERS)
      const role = filled(persona.role)
      const roleId = id('AROA', role)
      const issuer = {
        type: 'Role',
        principalId: roleId,
        arn: filled(`{iam}:role/${persona.path}${role}`),
        accountId: account,
        userName: role,
      }
      const sessionContext = { sessionIssuer: issuer, ...session(false) }
      const name = filled(persona.session)
      return by(
        type === 'Role'
          ? { type, principalId: roleId, arn: issuer.arn, accountId: account, accessKeyId: temporary, userName: name, sessionContext }
          : {
              type,
              principalId: `${roleId}:${name}`,
              arn: filled(`arn:{partition}:sts::{account}:assumed-role/${role}/${name}`),
              accountId: account,
              accessKeyId: temporary,
              sessionContext,
            },
        persona.way,
      )
    }
    case 'FederatedUser':
      return by(
        {
          type,
          principalId: `${account}:${person}`,
          arn: filled(`arn:{partition}:sts::{account}:federated-user/${person}`),
          accountId: account,
          accessKeyId: temporary,
          sessionContext: {
            sessionIssuer: {
              type: 'IAMUser',
              principalId: id('AIDA', 'federation'),
              arn: filled('{iam}:user/federation'),
              accountId: account,
              userName: 'federation',
            },
            ...session(false),
          },
        },
        BOTO,
      )
    case 'AWSAccount':
      // The owner of a shared catalog sees another account without an ARN.
      return by({ type, principalId: `${id('AROA', 'reporting')}:reporting`, accountId: filled('{partner}') }, BOTO)
    case 'AWSService':
      return by({ type, invokedBy: 'glue.amazonaws.com' }, byService('glue.amazonaws.com'))
    case 'IdentityCenterUser':
      return by(
        {
          type,
          accountId: account,
          onBehalfOf: {
            userId: draw.uuid(),
            identityStoreArn: filled('arn:{partition}:identitystore::{account}:identitystore/d-{digits:10}'),
          },
          credentialId: draw.uuid(),
        },
        BROWSER,
      )
    case 'Directory':
      return by({ type, accountId: account, userName: `${person}@example.com` }, BROWSER)
    case 'Unknown':
      return by({ type, accountId: account }, CLI)
    case 'SAMLUser': {
      const provider = filled('{base:27}=')
      return by({ type, principalId: `${provider}:${person}`, userName: person, identityProvider: provider }, CLI)
    }
    case 'WebIdentityUser': {
      const provider = filled('{iam}:oidc-provider/git.example.com')
      const user = filled('project_path:{team}/platform:ref:main')
      return by({ type, principalId: `${provider}:sts.amazonaws.com:${user}`, userName: user, identityProvider: provider }, TERRAFORM)
    }
  }
}
