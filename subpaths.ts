/**
 * The subpaths of the package. They are declared here alone: the build, the tests and the map of folders read this
 * list, and `npm run subpaths` prints it into the manifests that are JSON.
 */

/** A subpath that is written by hand, and the package itself, which is called `index`. */
export interface Subpath {
  readonly name: string
  /** The module that it is built from. */
  readonly module: string
  /** What it has, in a few words. */
  readonly about: string
}

/** In the order of the manifests. */
export const SUBPATHS: ReadonlyArray<Subpath> = [
  { name: 'index', module: 'src/index.ts', about: 'the public list' },
  { name: 'source', module: 'src/source/index.ts', about: 'log files from bytes' },
  { name: 'node', module: 'src/node/index.ts', about: 'files, folders' },
  { name: 'aws', module: 'src/aws/index.ts', about: 'S3, queues, Lambda' },
  { name: 'describe', module: 'src/describe/index.ts', about: 'descriptions' },
  { name: 'schema', module: 'src/schema/index.ts', about: 'JSON Schema' },
  { name: 'example', module: 'src/example/index.ts', about: 'events' },
  { name: 'arbitrary', module: 'src/arbitrary/index.ts', about: 'fast-check' },
  { name: 'archive', module: 'src/archive/index.ts', about: 'rows' },
  { name: 'integrity', module: 'src/integrity/index.ts', about: 'what digests prove' },
  { name: 'parquet', module: 'src/parquet/index.ts', about: 'tables of rows in files' },
  { name: 'shapes', module: 'src/generated/shapes/index.ts', about: 'shapes that several APIs share' },
]

/** The subpaths of which there is one per API: `*` stands for a file's name. */
export const OPERATIONS = { name: 'operations/*', module: 'src/generated/operations/*.ts' }

/** What code imports: `glue-trail`, `glue-trail/node`. */
export const specifierOf = ({ name }: Pick<Subpath, 'name'>): string => (name === 'index' ? 'glue-trail' : `glue-trail/${name}`)
