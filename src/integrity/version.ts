/**
 * The version of this library, for reports.
 *
 * @module
 */

declare const GLUE_TRAIL_VERSION: string | undefined

/** The version in package.json; the build inserts it, and without a build it is not set. */
export const VERSION: string = typeof GLUE_TRAIL_VERSION === 'string' ? GLUE_TRAIL_VERSION : '0.0.0'
