/**
 * ajv 8, compiled from JSON Schema.
 *
 * @module
 */
import { Ajv, type ErrorObject } from 'ajv'
import { MARKER, type Node, type ObjectNode, type Schemas } from '../schema.js'
import { dispatcher, type Peer, versionOf } from './peer.js'

type JsonSchema = Readonly<Record<string, unknown>>

/** All errors, as every other library here reports; and only the first error, ajv's default. */
export function ajv(schemas: Schemas): ReadonlyArray<Peer> {
  const first = compiled(schemas, false)
  const all = compiled(schemas, true)
  const version = versionOf('ajv')
  const passes: Peer['passes'] = (record) => first(record)(record) === true
  const paths: Peer['paths'] = (errors) => (errors as ReadonlyArray<ErrorObject>).map(({ instancePath }) => instancePath.slice(1))
  const issuesBy =
    (validators: typeof all): Peer['issues'] =>
    (record) => {
      const validate = validators(record)
      return validate(record) === true ? [] : (validate.errors ?? [])
    }
  return [
    { name: 'ajv', version, form: 'compiled; all errors', passes, issues: issuesBy(all), paths },
    { name: 'ajv first', version, form: 'compiled; first error only', passes, issues: issuesBy(first), paths },
  ]
}

function compiled(schemas: Schemas, allErrors: boolean): ReturnType<typeof dispatcher<ReturnType<Ajv['compile']>>> {
  const instance = new Ajv({ allErrors, strict: false, strictNumbers: false, validateSchema: false, messages: true })
  return dispatcher(schemas, (node) => instance.compile(rootOf(node)))
}

function rootOf(node: ObjectNode): JsonSchema {
  return schemaOf(node)
}

function nullable(node: Node): JsonSchema {
  const schema = schemaOf(node)
  if (node.kind === 'unknown') return schema
  if (node.kind === 'redactable') return { anyOf: [...(schema.anyOf as ReadonlyArray<JsonSchema>), { type: 'null' }] }
  return { ...schema, type: [schema.type, 'null'].flat() }
}

function schemaOf(node: Node): JsonSchema {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.kind }
    case 'number or string':
      return { type: ['number', 'string'] }
    case 'boolean or string':
      return { type: ['boolean', 'string'] }
    case 'unknown':
      return {}
    case 'literal':
      return { const: node.value }
    case 'list':
      return { type: 'array', items: nullable(node.item) }
    case 'map':
      return { type: 'object', additionalProperties: nullable(node.item) }
    case 'redactable':
      return { anyOf: [schemaOf(node.of), { type: 'string', pattern: MARKER }] }
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(node.members.map((m) => [m.name, m.required ? schemaOf(m.node) : nullable(m.node)])),
        required: node.members.filter((member) => member.required).map((member) => member.name),
      }
  }
}
