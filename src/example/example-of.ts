/**
 * Example events: the whole record of one call as CloudTrail would write it.
 *
 * @module
 */
import { requireOptions, wrongName } from '../codec/argument.js'
import { MARKERS } from '../codec/redacted.js'
import { fieldsOf } from '../codec/structure.js'
import { glueEventNamed } from '../event/glue-event.js'
import { accessLevelOf, nullResponseOf } from '../event/registry.js'
import type { UserIdentity } from '../generated/record/identity.js'
import { GLUE_SOURCE, type GlueEventByName, type GlueEventName } from '../generated/registry.js'
import { type Caller, callerOf } from './caller.js'
import { type Chance, chance, seedOf } from './chance.js'
import type { Codec, Members } from './echo.js'
import { drawDenial, drawFailure, refusalOf } from './failure.js'
import type { Source } from './fill.js'
import { DAY, FORMS, isoOf, SECOND } from './moment.js'
import { requestOf, responseOf } from './payload.js'
import { type Platform, platformOf } from './platform.js'

/**
 * The outcome of an example's call.
 *
 * - `SUCCEEDED`: with a response if CloudTrail logs one.
 * - `DENIED`: access was denied, by IAM or by Lake Formation. Both payloads are null, and the message names the action
 *   or permission and the resource.
 * - `FAILED`: the request was invalid or its resource does not exist. The request is logged.
 *
 * @category examples
 * @since 0.1.0
 */
export type ExampleOutcome = 'SUCCEEDED' | 'DENIED' | 'FAILED'

/**
 * Options of an example.
 *
 * @category examples
 * @since 0.1.0
 */
export interface ExampleOptions {
  /**
   * The seed of all random values, a number or a string; default 0. Examples of one seed share an account, a region and
   * all names: the table that one creates is the table that another reads.
   */
  readonly seed?: number | string
  /** The type of the caller's identity, one of the twelve documented ones; default `AssumedRole`. */
  readonly identity?: UserIdentity['type']
  /** The outcome of the call; default `SUCCEEDED`. The request is the same for `SUCCEEDED` and `FAILED`. */
  readonly outcome?: ExampleOutcome
}

/**
 * Makes an example event of a modelled Glue API: a whole record of eventVersion 1.11 with realistic values, for tests,
 * documents and demonstrations.
 *
 * The same arguments make the same event on every platform, in every version of Node and in browsers; nothing depends
 * on the clock. Another version of this package may make another event. Every event matches its model: it decodes as
 * `Right`.
 *
 * Members that the API requires are present, others as callers usually send them; enums have values of the model;
 * sensitive members are redacted; timestamps inside the request have one of the forms that CloudTrail uses. The
 * response is null for all reads except `GetTags`, for APIs that return nothing, and if it is known to be null
 * (`nullResponseOf`). Accounts, addresses and keys are those reserved for documentation.
 *
 * @param name - The name of an API. For any other string both payloads are null.
 * @param options - See `ExampleOptions`.
 * @returns A new object each time.
 *
 * @example
 * import { decodeRecord } from 'glue-trail'
 * import { exampleOf } from 'glue-trail/example'
 *
 * const created = exampleOf('CreateTable', { seed: 1 })
 * const read = exampleOf('GetTable', { seed: 1, identity: 'IAMUser' })
 * assert.strictEqual(decodeRecord(created)._tag, 'Right')
 * assert.strictEqual(read.requestParameters?.name, created.requestParameters?.tableInput?.name)
 *
 * const denied = exampleOf('CreateTable', { seed: 1, outcome: 'DENIED' })
 * assert.strictEqual(denied.errorCode, 'AccessDenied')
 * assert.strictEqual(denied.requestParameters, null)
 *
 * @category examples
 * @since 0.1.0
 */
export function exampleOf<N extends GlueEventName>(name: N, options: ExampleOptions = {}): GlueEventByName[N] {
  requireOptions('exampleOf', options)
  const { seed = 0, identity = 'AssumedRole', outcome = 'SUCCEEDED' } = options
  if (glueEventNamed(name) === undefined && accessLevelOf(name) === undefined) {
    throw wrongName('exampleOf', 'the name of a Glue API', name)
  }
  const platform = platformOf(seed)
  const now = YEAR + chance(seedOf('time', seed, name)).int(365 * (DAY / SECOND)) * SECOND
  const from = (...what: ReadonlyArray<string>): Source => ({ words: platform.words, now, draw: chance(seedOf(...what, seed, name)) })
  const caller = callerOf(identity, name, from('caller', identity))
  const failure = failed(outcome, name, caller, from('failure', identity, outcome))
  return {
    eventVersion: '1.11',
    userIdentity: caller.identity,
    eventTime: isoOf(now),
    eventSource: GLUE_SOURCE,
    eventName: name,
    awsRegion: platform.region,
    sourceIPAddress: caller.address,
    userAgent: caller.agent,
    ...lakeFormation(name, outcome, caller, from('lake', identity, outcome)),
    ...failure,
    ...payloads(name, outcome, caller, from('payload')),
    ...envelope(name, platform, caller, chance(seedOf('record', identity, outcome, seed, name))),
  } as unknown as GlueEventByName[N]
}

const YEAR = /* @__PURE__ */ Date.UTC(2025, 0, 1)

function failed(outcome: ExampleOutcome, name: string, { identity }: Caller, source: Source): object | undefined {
  if (outcome === 'DENIED') return (source.draw.int(4) === 0 ? refusalOf(name, source) : undefined) ?? drawDenial(name, identity, source)
  return outcome === 'FAILED' ? drawFailure(name, source) : undefined
}

/** Redaction markers, the usual one most often. */
const USUAL = [MARKERS[0], MARKERS[0], MARKERS[0], '****'] as ReadonlyArray<string>

function payloads(name: string, outcome: ExampleOutcome, caller: Caller, source: Source): object {
  const request = payloadCodec(name, 'requestParameters')
  const response = payloadCodec(name, 'responseElements')
  if (outcome === 'DENIED' || request === undefined || response === undefined) return { requestParameters: null, responseElements: null }
  const making = { ...source, form: source.draw.pick(FORMS), marker: source.draw.pick(USUAL) }
  const requestParameters = withCatalog(requestOf(request, making), request, caller, source)
  const hasResponse = outcome === 'SUCCEEDED' && (name === 'GetTags' || (nullResponseOf(name) === undefined && !isRead(name)))
  return { requestParameters, responseElements: hasResponse ? responseOf(response, request, requestParameters, making) : null }
}

/** Adds `catalogId` to requests for the catalog of another account. */
function withCatalog(request: Members | null, codec: Codec, { identity }: Caller, { words }: Source): Members | null {
  const [catalogId] = words.account ?? []
  const isForeign = identity.type === 'AWSAccount' && fieldsOf(codec).some(({ name }) => name === 'catalogId')
  return isForeign ? { catalogId, ...request } : request
}

function payloadCodec(name: string, member: string): Codec | undefined {
  const shape = glueEventNamed(name)?.fields.find((field) => field.name === member)?.shape
  return shape?.kind === 'structure' ? shape.codec : undefined
}

/** Reads of the catalog for which Lake Formation may check permissions. */
const CATALOG_READS = /^(?:Batch)?Get(?:Unfiltered)?(?:Database|Table|Partition)/

/**
 * Adds the principal whose permissions Lake Formation checked: to calls through Athena, and to some other reads of the
 * catalog.
 */
function lakeFormation(name: string, outcome: ExampleOutcome, { identity }: Caller, { draw }: Source): object | undefined {
  const lakeFormationPrincipal = identity.sessionContext?.sessionIssuer?.arn
  const checked = outcome === 'SUCCEEDED' && CATALOG_READS.test(name) && draw.int(3) === 0
  if (lakeFormationPrincipal == null || !(checked || identity.invokedBy === 'athena.amazonaws.com')) return undefined
  return { additionalEventData: { lakeFormationPrincipal } }
}

function isRead(name: string): boolean {
  const level = accessLevelOf(name)
  return level === 'Read' || level === 'List'
}

const KEY_EXCHANGES = ['X25519MLKEM768', 'x25519']

/** The members after the payloads. */
function envelope(name: string, { account, region, domain, words }: Platform, caller: Caller, draw: Chance): object {
  const [vpcEndpointId] = words.vpcEndpoint ?? []
  const byService = caller.address === caller.agent
  return {
    requestID: draw.uuid(),
    eventID: draw.uuid(),
    readOnly: isRead(name),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    ...(caller.identity.type === 'AWSAccount' && { sharedEventID: draw.uuid() }),
    ...(caller.vpc && { vpcEndpointId, vpcEndpointAccountId: account }),
    eventCategory: 'Management',
    // For a call by a service no TLS handshake of the caller is logged.
    ...(!byService && {
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: `glue.${region}.${domain}`,
        keyExchange: draw.pick(KEY_EXCHANGES),
      },
    }),
    ...(caller.console && { sessionCredentialFromConsole: 'true' }),
  }
}
