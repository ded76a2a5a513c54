/**
 * ajv 8, compiled from JSON Schema.
 *
 * @module
 */
import { Ajv, type ErrorObject } from 'ajv'
import { MARK, type Node, type ObjectNode, type Schemas } from '../schema.js'
import { dispatcher, type Peer, versionOf } from './peer.js'

type JsonSchema = Readonly<Record<string, unknown>>

/** All errors, as every other library here reports them; and the first error alone, which is ajv's default. */
export function ajv(schemas: Schemas): ReadonlyArray<Peer> {
  const first = compiled(schemas, false)
  const all = compiled(schemas, true)
  const version = versionOf('ajv')
  const passes: Peer['passes'] = (record) => first(record)(record) === true
  const places: Peer['places'] = (errors) => (errors as ReadonlyArray<ErrorObject>).map(({ instancePath }) => instancePath.slice(1))
  const issuesBy =
    (validators: typeof all): Peer['issues'] =>
    (record) => {
      const validate = validators(record)
      return validate(record) === true ? [] : (validate.errors ?? [])
    }
  return [
    { name: 'ajv', version, form: 'compiled; all errors', passes, issues: issuesBy(all), places },
    { name: 'ajv first', version, form: 'compiled; the first error alone', passes, issues: issuesBy(first), places },
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
  if (node.kind === 'hidden') return { anyOf: [...(schema.anyOf as ReadonlyArray<JsonSchema>), { type: 'null' }] }
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
    case 'hidden':
      return { anyOf: [schemaOf(node.of), { type: 'string', pattern: MARK }] }
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(node.members.map((m) => [m.name, m.required ? schemaOf(m.node) : nullable(m.node)])),
        required: node.members.filter((member) => member.required).map((member) => member.name),
      }
  }
}
