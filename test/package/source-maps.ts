/**
 * The source maps of the installed package.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, expectNone } from './report.js'
import { kilobytes } from './tarball.js'

interface SourceMap {
  readonly sources: ReadonlyArray<string>
  readonly sourcesContent: ReadonlyArray<string | null>
}

/** The comment by which a file names its source map. */
const NAMED = /\n\/\/# sourceMappingURL=(\S+)\n$/

/** Where the rest of a line stands elsewhere in CommonJS: imports and exports. */
const MODULE_SYNTAX = /(?:\b(?:import|export)\b|^\/\/|^$).*$/

/** Checks that every file with code written by hand has a source map, which holds for both module systems. */
export async function checkSourceMaps(check: Check, dist: string): Promise<void> {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const contentOf = (name: string): string => readFileSync(join(dist, name), 'utf8')
  const maps = names.filter((name) => name.endsWith('.map')).map((name) => ({ name, content: contentOf(name) }))

  await check('a source map belongs to the two files that name it, has its sources, and no build folder', () => {
    const named = names.flatMap((name) => {
      const [, map] = /\.c?js$/.test(name) ? (NAMED.exec(contentOf(name)) ?? []) : []
      return map === undefined ? [] : [`${name} ${map}`]
    })
    const expected = maps.flatMap(({ name }) => ['.js', '.cjs'].map((form) => `${name.replace('.js.map', form)} ${name}`))
    if (named.sort().join() !== expected.sort().join()) throw new Error(`named are ${named.join(', ')}`)
    const parsed = maps.map(({ content }): SourceMap => JSON.parse(content))
    const sources = parsed.flatMap((map) => map.sources.map((source, i) => ({ source, content: map.sourcesContent[i] })))
    expectNone(
      'sources of no content, or from elsewhere',
      sources.flatMap(({ source, content }) => (content && /^\.\.\/src\/[a-z\d/.-]+\.ts$/.test(source) ? [] : source)),
    )
    expectNone(
      'maps of generated code alone',
      maps.filter((_, i) => parsed[i]?.sources.every((source) => source.startsWith('../src/generated/'))).map(({ name }) => name),
    )
    return `${maps.length} maps, ${kilobytes(maps.reduce((sum, { content }) => sum + content.length, 0))}`
  })

  await check('code in CommonJS stands where it does in the ES module', () => {
    const moved = maps.flatMap(({ name }) => {
      const [esm = [], cjs = []] = ['.js', '.cjs'].map((form) => contentOf(name.replace('.js.map', form)).split('\n'))
      // A file that loads another one beside it needs its own URL, in the last words of a line.
      const shared = (line: string): string => line.split('import.meta.url')[0]?.replace(MODULE_SYNTAX, '') ?? ''
      return esm.flatMap((line, i) => ((cjs[i] ?? '').startsWith(shared(line)) ? [] : `${name} ${i + 1}: ${line.slice(0, 100)}`))
    })
    expectNone('moved', moved)
    return undefined
  })
}
