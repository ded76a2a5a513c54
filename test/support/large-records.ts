/** Large records of every shape, and the forms of the command, for tests of memory and of work. */
import { join } from 'node:path'

/** Returns requests of about `size` bytes. */
export const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  long: (size) => `{"databaseName":"sales","name":"${'x'.repeat(size)}"}`,
  'non-ASCII': (size) => `{"databaseName":"sales","name":"${'\u0628\u0651'.repeat(size / 4)}"}`,
  wide: (size) => `{"tagsToAdd":{${many(size / 16, (i) => `"key${i}":"v"`)}}}`,
  'a list': (size) => `{"jobRunIds":[${'5,'.repeat(size / 2)}5]}`,
  deep: (size) => `{"tableInput":${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}}`,
  'empty objects': (size) => `{"a":[${'{},'.repeat(size / 3)}{}]}`,
  'characters that are escaped': (size) => `{"databaseName":"sales","name":"${'\u202e'.repeat(size / 3)}"}`,
  formulas: (size) => `{"databaseName":"sales","name":"${';='.repeat(size / 2)}"}`,
  'many columns': (size) => table(`"storageDescriptor":{"columns":[${many(size / 32, (i) => `{"name":"c${i}","type":"int"}`)}]}`),
  'many tables': (size) => `{"databaseName":"sales","tablesToDelete":[${many(size / 4, () => '"t"')}]}`,
  'many secrets': (size) => table(`"parameters":{${many(size / 20, (i) => `"password${i}":"v"`)}}`),
}

const many = (n: number, item: (i: number) => string): string => Array.from({ length: n }, (_, i) => item(i)).join(',')
const table = (members: string): string => `{"databaseName":"sales","tableInput":{"name":"orders",${members}}}`

/** Returns the arguments of a form of the command for a file; a folder takes what it writes. */
export type Form = (path: string, folder: string) => ReadonlyArray<string>

export const FORMS: ReadonlyArray<Form> = [
  (path) => ['decode', path, '--format', 'table'],
  (path) => ['decode', path, '--format', 'ndjson'],
  (path) => ['decode', path, '--format', 'json', '--explain', '--resource', 'orders'],
  (path) => ['decode', path, '--format', 'csv'],
  (path) => ['decode', path, '--format', 'ndjson', '--redact'],
  (path) => ['decode', path, '--format', 'ndjson', '--unique'],
  (path) => ['decode', path, '--format', 'table', '--redact'],
  (path) => ['summary', path],
  (path) => ['history', 'sales.orders', path],
]

/** Forms that need more memory or time; memory is measured for the largest records alone. */
export const OTHER_FORMS: ReadonlyArray<Form> = [
  (path, folder) => ['decode', path, '--format', 'parquet', '--out', join(folder, 'archive')],
  (path, folder) => ['decode', path, '--format', 'parquet', '--redact', '--out', join(folder, 'archive')],
  (path) => ['decode', path, '--format', 'csv', '--redact'],
  (path) => ['history', 'sales.orders', path, '--format', 'csv', '--redact'],
  (path) => ['decode', path, '--format', 'table', '--exposed', '--columns', 'time,request_parameters,issues'],
]

/** Returns the JSON of a record whose request is this JSON. */
export function recordWith(request: string): string {
  const api = request.includes('"tablesToDelete"') ? 'BatchDeleteTable' : 'UpdateTable'
  const head = `"eventSource":"glue.amazonaws.com","eventName":"${api}","eventTime":"2024-05-01T12:00:00Z","awsRegion":"eu-central-1","eventID":"1"`
  return `{${head},"requestParameters":${request}}`
}
