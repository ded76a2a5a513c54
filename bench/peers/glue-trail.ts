/**
 * This library as published: the build, through its public functions only.
 *
 * @module
 */
import type * as Library from '../../src/index.js'
import type { Peer } from './peer.js'

interface Issue {
  readonly path: ReadonlyArray<string | number>
}

/** `decodeRecord`, and the codec of all Glue events. */
export async function glueTrail(version: string): Promise<ReadonlyArray<Peer>> {
  // The compiler does not follow a computed name, so that the build is measured and not the sources.
  const entry = new URL('../../dist/index.js', import.meta.url).href
  const { decodeRecord, GlueEvent, issuesOf } = (await import(entry)) as typeof Library
  const paths = (issues: ReadonlyArray<unknown>): ReadonlyArray<string> => issues.map((issue) => (issue as Issue).path.join('/'))
  return [
    {
      name: 'glue-trail',
      version,
      form: 'decodeRecord, dispatch included; issuesOf(decodeRecord(u))',
      passes: (record) => decodeRecord(record)._tag === 'Right',
      issues: (record) => issuesOf(decodeRecord(record)),
      paths,
    },
    {
      name: 'glue-trail codec',
      version,
      form: 'GlueEvent.is, dispatch included; GlueEvent.decode errors',
      passes: (record) => GlueEvent.is(record),
      issues: (record) => {
        const decoded = GlueEvent.decode(record)
        return decoded._tag === 'Left' ? decoded.left : []
      },
      paths: (issues) =>
        (issues as ReadonlyArray<{ readonly context: ReadonlyArray<{ readonly key: string }> }>).map(({ context }) =>
          context
            .slice(1)
            .map(({ key }) => key)
            .join('/'),
        ),
    },
  ]
}
