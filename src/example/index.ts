/**
 * Example events: realistic records of any Glue API, the same for the same seed, for tests, documents and
 * demonstrations.
 *
 * @module
 */

export { type ExampleOptions, type ExampleOutcome, exampleOf } from './example-of.js'
