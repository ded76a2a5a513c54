/** The short history of a table. */
import { glueCall } from './records.js'

const of = { ...glueCall, recipientAccountId: '123456789012', responseElements: null }
const input = (...columns: ReadonlyArray<object>): object => ({
  databaseName: 'sales',
  tableInput: { name: 'orders', storageDescriptor: { columns } },
})
const id = { name: 'id', type: 'int' }

const created = {
  ...of,
  eventID: 'e1',
  eventName: 'CreateTable',
  eventTime: '2024-05-01T09:00:00Z',
  userAgent: 'aws-cli/2.17.32',
  requestParameters: input(id),
}
export const widened = {
  ...of,
  eventID: 'e2',
  eventName: 'UpdateTable',
  eventTime: '2024-05-02T09:00:00Z',
  requestParameters: input({ ...id, type: 'bigint' }, { name: 'note', type: 'string' }),
}
const omitted = {
  ...of,
  eventID: 'e3',
  eventName: 'UpdateTable',
  eventTime: '2024-05-03T09:00:00Z',
  requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' },
}
const denied = {
  ...of,
  eventID: 'e4',
  eventName: 'DeleteTable',
  eventTime: '2024-05-04T09:00:00Z',
  requestParameters: { databaseName: 'sales', name: 'orders' },
  errorCode: 'AccessDenied',
}
const dropped = { ...denied, eventID: 'e5', eventTime: '2024-05-05T09:00:00Z', errorCode: null }

/** The same records out of order, with an unrelated call. */
export const LIFE: ReadonlyArray<object> = [dropped, glueCall, omitted, created, denied, widened]
