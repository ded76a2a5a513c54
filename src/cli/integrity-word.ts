/**
 * What digests say of a log file, in the words of the command.
 *
 * @module
 */
import type { LedgerState } from '../integrity/ledger.js'

/** Returns the state in lower case, as marks and the last line have it. */
export const integrityWord = (state: LedgerState): string => state.toLowerCase().replaceAll('_', ' ')
