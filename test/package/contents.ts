/**
 * The contents of the tarball: single files, and numbers of files with a name of a certain form. A change to the
 * package's files belongs here.
 *
 * @module
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SUBPATHS } from '../../subpaths.js'
import { ROOT } from '../support/root.js'
import { expectNone } from './report.js'

/** Hand-written entry points; each has code and types for both module systems. */
export const ENTRIES = SUBPATHS.map(({ name }) => name)

/** Returns how many files are generated in a folder. */
const countIn = (folder: string): number => readdirSync(join(ROOT, 'src', 'generated', folder)).length

/** The endings of our files: code and types, for both module systems. */
export const FORMS = ['js', 'cjs', 'd.ts', 'd.cts']

const SINGLE = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'package.json',
  // The command.
  'dist/bin.cjs',
  'dist/cli.cjs',
  'dist/help.cjs',
  'dist/cli.LICENSES.txt',
  // What imports the optional package.
  'dist/npm-install-fast-check.js',
  'dist/npm-install-fast-check.cjs',
  // The halves of the seams `#gunzip` and `#crypto`: they are not imported by name, so they have no types.
  'dist/gunzip-node.js',
  'dist/gunzip-node.cjs',
  'dist/gunzip-web.js',
  'dist/gunzip-web.cjs',
  'dist/crypto-node.js',
  'dist/crypto-node.cjs',
  'dist/crypto-web.js',
  'dist/crypto-web.cjs',
  // The script of worker threads.
  'dist/reduce-worker.js',
  'dist/reduce-worker.cjs',
  ...ENTRIES.flatMap((entry) => FORMS.map((form) => `dist/${entry}.${form}`)),
]

/** Files by the form of their names, and their number: exact, or a maximum where the bundler decides. */
const MANY: ReadonlyArray<{ readonly what: string; readonly name: RegExp; readonly exactly?: number; readonly atMost?: number }> = [
  {
    what: 'operations, one an API',
    name: /^dist\/operations\/[a-z\d]+(?:-[a-z\d]+)*\.(?:d\.ts|d\.cts|js|cjs)$/,
    exactly: countIn('operations') * FORMS.length,
  },
  {
    what: 'groups of operations and shapes',
    name: /^dist\/groups\/[a-z]+\.(?:d\.ts|d\.cts|js|cjs)$/,
    exactly: (countIn('groups') + 1) * FORMS.length,
  },
  { what: 'code that entry points share', name: /^dist\/chunk-[A-Z\d]{8}\.c?js$/, atMost: 60 },
  { what: 'source maps', name: /^dist\/[a-z\d]+(?:-[A-Za-z\d]+)*\.js\.map$/, atMost: 40 },
  { what: 'pages and pictures', name: /^docs\/(?:decisions|explanation|guide|pictures|reference)\/[A-Za-z\d-]+\.(?:md|svg)$/, atMost: 80 },
  { what: 'types that entry points share', name: /^dist\/[a-z\d]+(?:-[a-z\d]+)*-[\w-]{8}\.d\.c?ts$/, atMost: 60 },
]

/** Fails if a file is missing or is not expected. */
export function expectContents(files: ReadonlyArray<string>): string {
  const present = new Set(files)
  const single = new Set(SINGLE)
  expectNone(
    'missing from the tarball',
    SINGLE.filter((file) => !present.has(file)),
  )
  const others = files.filter((file) => !single.has(file))
  expectNone(
    'not to be published',
    others.filter((file) => !MANY.some(({ name }) => name.test(file))),
  )
  return MANY.map(({ what, name, exactly, atMost = 0 }) => {
    const { length } = others.filter((file) => name.test(file))
    if (exactly === undefined ? length > atMost : length !== exactly) {
      throw new Error(`${what}: ${length} files, expected ${exactly ?? `at most ${atMost}`}`)
    }
    return `${length} ${what}`
  }).join(', ')
}
