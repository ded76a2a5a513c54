/**
 * The API of a record as a label.
 *
 * @module
 */
import { total } from '../event/total.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { serviceLabel } from '../insight/label.js'
import { stringAt } from '../insight/string-at.js'
import { apisOf, sourceOf } from './subject.js'

/**
 * Returns the API of a record as a label: `UpdateTable` for a Glue call, `s3:GetObject` for a call of another service.
 * Insights and aggregated records are not calls; their label is the category and the API they are about, such as
 * `Insight GetTable`. The names are values of the record and are not escaped.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 *
 * @example
 * import { apiLabel } from 'glue-trail'
 *
 * assert.strictEqual(apiLabel({ eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable' }), 'UpdateTable')
 * assert.strictEqual(apiLabel({ eventSource: 's3.amazonaws.com', eventName: 'GetObject' }), 's3:GetObject')
 *
 * @category insights
 * @since 0.1.0
 */
export function apiLabel(record: unknown): string {
  return total(label, record)
}

function label(record: unknown): string {
  const [source = ''] = sourceOf(record).values
  const name = apisOf(record).values.join(' ')
  const call = source === GLUE_SOURCE ? name : `${serviceLabel(source)}:${name}`
  return stringAt(record, 'eventName') === undefined ? `${stringAt(record, 'eventCategory') ?? ''} ${call}`.trim() : call
}
