/**
 * The generated field lists against the API model itself: the schemas of `@aws-sdk/client-glue`, read here by other
 * means than the generator reads them. What differs is listed, with its fact.
 */
import * as sdk from '@aws-sdk/client-glue'
import { GLUE_APIS } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/codec/fields.js'
import { StructureType } from '../../src/codec/structure.js'
import { glueEvents } from '../../src/generated/registry.js'
import { codecOf } from '../support/sample.js'

/**
 * One member at any depth of a payload, as `kind`, with `!` where the API requires it and `*` where it is sensitive.
 */
type Members = Map<string, string>

const isRef = (schema: unknown): schema is ReadonlyArray<unknown> => Array.isArray(schema)

/** What a schema represents, and whether a trait on the way marks it as sensitive. */
function resolve(schema: unknown): { readonly shape: unknown; readonly sensitive: boolean } {
  if (typeof schema === 'function') return resolve(schema())
  if (!isRef(schema)) return { shape: schema, sensitive: false }
  if (schema.length === 2) {
    const inner = resolve(schema[0])
    return { shape: inner.shape, sensitive: inner.sensitive || bit8(schema[1]) }
  }
  if (schema[0] === 0) {
    const inner = resolve(schema[4])
    return { shape: inner.shape, sensitive: inner.sensitive || bit8(schema[3]) }
  }
  return { shape: schema, sensitive: bit8(schema[3]) }
}

const bit8 = (traits: unknown): boolean => typeof traits === 'number' && Math.floor(traits / 8) % 2 === 1

const LEAVES = new Map<unknown, string>([
  [0, 'string'],
  [1, 'number'],
  [2, 'boolean'],
  [4, 'timestamp'],
  [5, 'timestamp'],
  [15, 'document'],
  [17, 'number'],
  [21, 'string'],
])

/** Members of a schema by path; a structure inside itself is not followed a second time. */
function modelMembers(schema: unknown): Members {
  const members: Members = new Map()
  const structure = (shape: ReadonlyArray<unknown>, path: string, above: ReadonlyArray<string>): void => {
    const name = String(shape[2])
    const names = shape[4] as ReadonlyArray<string>
    const types = shape[5] as ReadonlyArray<unknown>
    const required = shape[0] === 3 && typeof shape[6] === 'number' ? shape[6] : 0
    names.forEach((apiName, i) => {
      const lowered = `${apiName.charAt(0).toLowerCase()}${apiName.slice(1)}`
      const { shape: type, sensitive } = resolve(types[i])
      const known = SENSITIVE_BY_FACT.has(`${name}.${apiName}`)
      const marks = `${i < required ? '!' : ''}${sensitive || known ? '*' : ''}`
      value(type, `${path}.${lowered}`, marks, [...above, name], OTHER_TYPES.get(`${name}.${apiName}`))
    })
    for (const added of ADDED.get(name) ?? []) members.set(`${path}.${added}`, 'document')
  }
  const value = (type: unknown, path: string, marks: string, above: ReadonlyArray<string>, other?: string): void => {
    if (typeof type === 'number' && type >= 64) {
      const kind = type >= 128 ? 'map' : 'list'
      members.set(path, `${kind}${marks}`)
      value(type % 64, `${path}${kind === 'map' ? '{}' : '[]'}`, '', above)
    } else if (isRef(type) && (type[0] === 1 || type[0] === 2)) {
      const kind = type[0] === 2 ? 'map' : 'list'
      members.set(path, `${kind}${marks}`)
      const item = resolve(type[0] === 2 ? type[5] : type[4])
      value(item.shape, `${path}${kind === 'map' ? '{}' : '[]'}`, item.sensitive ? '*' : '', above)
    } else if (isRef(type) && (type[0] === 3 || type[0] === 4)) {
      members.set(path, `structure${marks}`)
      if (!above.includes(String(type[2]))) structure(type, path, above)
    } else {
      const leaf = LEAVES.get(type)
      if (leaf === undefined) throw new Error(`${path}: unknown type ${String(type)}`)
      members.set(path, `${other ?? leaf}${marks}`)
    }
  }
  const { shape } = resolve(schema)
  // The schema of nothing at all is not a list.
  if (isRef(shape)) structure(shape, '', [])
  return members
}

/** Members of a codec by path, from its field list. */
function codecMembers(codec: StructureType<unknown>): Members {
  const members: Members = new Map()
  const structure = (part: StructureType<unknown>, path: string, above: ReadonlyArray<unknown>): void => {
    for (const field of part.fields) {
      if (field.mustBeThere) throw new Error(`${path}.${field.name} must be there: nothing in a payload may`)
      value(field.shape, `${path}.${field.name}`, field.requiredByApi ? '!' : '', [...above, part])
    }
  }
  const value = (shape: Shape, path: string, required: string, above: ReadonlyArray<unknown>): void => {
    members.set(path, `${shape.kind}${required}${shape.sensitive ? '*' : ''}`)
    if (shape.kind === 'list') value(shape.item, `${path}[]`, '', above)
    else if (shape.kind === 'map') value(shape.item, `${path}{}`, '', above)
    else if (shape.kind === 'structure' && !above.includes(codecOf(shape))) structure(codecOf(shape), path, above)
  }
  structure(codec, '', [])
  return members
}

/** Numbers that come as strings too. */
const OTHER_TYPES = new Map([
  ['TableInput.Retention', 'number or string'],
  ['Table.Retention', 'number or string'],
  ['StorageDescriptor.NumberOfBuckets', 'number or string'],
])

/** Members outside the model that leak in. */
const ADDED = new Map([['TableInput', ['isRowFilteringEnabled']]])

/** Secrets that the model does not mark. */
const SENSITIVE_BY_FACT = new Set([
  ...['ConnectionInput', 'Connection'].flatMap((shape) =>
    ['ConnectionProperties', 'SparkProperties', 'AthenaProperties', 'PythonProperties'].map((member) => `${shape}.${member}`),
  ),
  'TestConnectionInput.ConnectionProperties',
  ...['StartJobRunRequest', 'JobRun', 'Action', 'CreateDevEndpointRequest', 'CreateDevEndpointResponse', 'DevEndpoint'].map(
    (shape) => `${shape}.Arguments`,
  ),
  ...['CreateJobRequest', 'Job', 'JobUpdate'].flatMap((shape) => [`${shape}.DefaultArguments`, `${shape}.NonOverridableArguments`]),
  'CreateSessionRequest.DefaultArguments',
  'Session.DefaultArguments',
  'UpdateDevEndpointRequest.AddArguments',
  'CreateScriptResponse.PythonScript',
  'CreateScriptResponse.ScalaCode',
  'GetPlanResponse.PythonScript',
  'GetPlanResponse.ScalaCode',
  'GetDataflowGraphRequest.PythonScript',
  'SourceControlDetails.AuthToken',
  'UpdateJobFromSourceControlRequest.AuthToken',
  'UpdateSourceControlFromJobRequest.AuthToken',
  'RunStatementRequest.Code',
  'Statement.Code',
  'OAuth2Properties.TokenUrlParametersMap',
  'OAuth2PropertiesInput.TokenUrlParametersMap',
  'CreateWorkflowRequest.DefaultRunProperties',
  'UpdateWorkflowRequest.DefaultRunProperties',
  'Workflow.DefaultRunProperties',
  'StartWorkflowRunRequest.RunProperties',
  'PutWorkflowRunPropertiesRequest.RunProperties',
  'GetWorkflowRunPropertiesResponse.RunProperties',
  'WorkflowRun.WorkflowRunProperties',
  'StartBlueprintRunRequest.Parameters',
  'BlueprintRun.Parameters',
  'CodeGenNodeArg.Value',
  'GetSystemLogsForJobRunResponse.SystemLogsUrl',
  'GetSystemLogsForSessionResponse.SystemLogsUrl',
])

const OPERATIONS = Object.values(sdk as Readonly<Record<string, unknown>>).flatMap((schema) =>
  isRef(schema) && schema[0] === 9 ? [{ name: String(schema[2]), input: schema[4], output: schema[5] }] : [],
)

/** The codec of a payload of an API. */
function payloadCodec(name: string, payload: string): StructureType<unknown> {
  const event = glueEvents().find((codec) => codec.name === `${name}Event`)
  const shape = event instanceof StructureType ? event.fields.find((field) => field.name === payload)?.shape : undefined
  if (shape?.kind !== 'structure') throw new Error(`${name} has no codec of its ${payload}`)
  return codecOf(shape)
}

const lines = (members: Members): ReadonlyArray<string> => [...members].map(([path, what]) => `${path} ${what}`).sort()

describe('The field lists', () => {
  it('are those of every operation of the SDK, and of no other', () => {
    expect(GLUE_APIS).toHaveLength(OPERATIONS.length)
    expect(OPERATIONS.map(({ name }) => name).sort()).toEqual([...GLUE_APIS].sort())
  })

  it('are compared at every depth, with sensitive and required members', () => {
    const all = OPERATIONS.flatMap(({ input, output }) => [...lines(modelMembers(input)), ...lines(modelMembers(output))])
    expect(all).toHaveLength(16_196)
    expect(Math.max(...all.map((line) => line.split('.').length - 1))).toBe(9)
    for (const kind of ['map!*', 'string!*', 'document*', 'list*', 'structure!', 'timestamp', 'number or string']) {
      expect(all.some((line) => line.endsWith(` ${kind}`))).toBe(true)
    }
  })
})

describe.each(OPERATIONS)('The field lists of $name', ({ name, input, output }) => {
  it('have the members of its input, first letters lowered, with their kinds', () => {
    expect(lines(codecMembers(payloadCodec(name, 'requestParameters')))).toEqual(lines(modelMembers(input)))
  })

  it('have the members of its output, first letters lowered, with their kinds', () => {
    expect(lines(codecMembers(payloadCodec(name, 'responseElements')))).toEqual(lines(modelMembers(output)))
  })
})
