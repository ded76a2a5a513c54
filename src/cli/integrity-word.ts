/**
 * What digests say of a log file, in the words of the command.
 *
 * @module
 */
/** Returns the state in lower case, as marks and the last line have it. */
export const integrityWord = (state: string): string => state.toLowerCase().replaceAll('_', ' ')
