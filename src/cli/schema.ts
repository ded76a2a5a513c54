/**
 * The command `schema`: schemas for Glue events in other languages and tools.
 *
 * @module
 */
import type { Command } from 'commander'
import { describeShape } from '../describe/describe-shape.js'
import { GLUE_APIS, type GlueEventName } from '../generated/registry.js'
import { eventBridgeSchemaOf } from '../schema/event-bridge-schema.js'
import { jsonSchemaOf, jsonSchemasOf } from '../schema/json-schema.js'
import { openApiOf } from '../schema/open-api.js'
import { formatSchemaIssues } from '../schema/schema-issue.js'
import { OK } from './exit-code.js'
import { respelled } from './filter-options.js'
import { nearMiss } from './near-miss.js'
import { ANY, RECORD, type SchemaCommandOptions } from './options.js'
import { type Streams, screenOf } from './screen.js'

declare const GLUE_TRAIL_VERSION: string

/** Runs the command and returns its exit status. Nothing is written where one of the names is unknown. */
export async function schema(
  names: ReadonlyArray<string>,
  options: SchemaCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const { all, target, openapi, eventbridge } = options
  if (all && names.length > 0) return command.error('error: --all is every API: name no API beside it')
  if (!all && names.length === 0) return command.error(`error: name an API or ${RECORD}, or use --all`)
  if (eventbridge && target !== undefined) return command.error("error: '--eventbridge' has no '--target': the registry takes OpenAPI 3.0")
  if (openapi && target?.startsWith('draft')) return command.error("error: '--openapi' is for the targets openapi-3.1 and openapi-3.0")
  const apis: ReadonlyArray<string> = all ? GLUE_APIS : names.map(respelled)
  // These names have a schema in one form only.
  const special = eventbridge ? ANY : openapi ? undefined : RECORD
  const unknown = apis.find((name) => !isApi(name) && name !== special)
  if (unknown !== undefined) {
    const candidates = special === undefined ? GLUE_APIS : [...GLUE_APIS, special]
    return command.error(`error: no API with a schema: ${unknown}\n${nearMiss(unknown, candidates)}`.trimEnd())
  }
  if (!eventbridge && apis.length > 1 && apis.includes(RECORD))
    return command.error(`error: ${RECORD} has a schema of its own: name no API beside it`)
  const { write } = await screenOf(streams, 0, false)
  await write(
    eventbridge
      ? eventBridgeText(apis as ReadonlyArray<GlueEventName>)
      : `${JSON.stringify(documentOf(apis, options, command), undefined, 2)}\n`,
  )
  return OK
}

const isApi = (name: string): name is GlueEventName => GLUE_APIS.includes(name as GlueEventName)

/** One schema as the registry stores it; several as one line each, with their names. */
function eventBridgeText(names: ReadonlyArray<GlueEventName>): string {
  const schemas = names.map(eventBridgeSchemaOf)
  const [first] = schemas
  return schemas.length === 1 && first !== undefined ? `${first.content}\n` : schemas.map((one) => `${JSON.stringify(one)}\n`).join('')
}

function documentOf(names: ReadonlyArray<string>, { openapi, target = 'draft-2020-12' }: SchemaCommandOptions, command: Command): unknown {
  const apis = names.filter(isApi)
  if (openapi) {
    const version = { title: 'AWS Glue events in CloudTrail', version: GLUE_TRAIL_VERSION, describe: describeShape }
    return openApiOf(apis, target === 'openapi-3.0' ? { ...version, target } : version)
  }
  const options = { target, describe: describeShape }
  if (names.length > 1) return jsonSchemasOf(apis, options)
  const one = jsonSchemaOf(apis[0] ?? RECORD, options)
  return one._tag === 'Right' ? one.right : command.error(`error: ${formatSchemaIssues(one.left)}`)
}
