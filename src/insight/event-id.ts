/**
 * The id of a record.
 *
 * @module
 */
import { stringAt } from './string-at.js'

/** Returns the id of a record, if it is a string with characters; aggregated records spell its member `eventId`. */
export const eventIdOf = (record: unknown): string | undefined => stringAt(record, 'eventID') ?? stringAt(record, 'eventId')
