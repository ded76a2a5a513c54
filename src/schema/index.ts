/**
 * JSON Schema, OpenAPI and EventBridge schemas for Glue events, and for any io-ts codec made of io-ts's parts and ours.
 *
 * @module
 */
export type { DescribeSchema, SchemaDescription } from './codec-schema.js'
export type { JsonSchema, JsonSchemaTarget } from './dialect.js'
export { type EventBridgeSchema, eventBridgeSchemaOf } from './event-bridge-schema.js'
export { type JsonSchemaOptions, type JsonSchemasOptions, jsonSchemaOf, jsonSchemasOf } from './json-schema.js'
export { type OpenApiOptions, openApiOf } from './open-api.js'
export { formatSchemaIssues, type SchemaIssue, type SchemaIssueCode } from './schema-issue.js'
export { toStandardJsonSchema } from './standard-json.js'
