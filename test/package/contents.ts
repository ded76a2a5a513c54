/**
 * What the tarball is to hold, file by file or as so many files of a form. Whoever adds to the package adds here.
 *
 * @module
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SUBPATHS } from '../../subpaths.js'
import { ROOT } from '../support/root.js'
import { expectNone } from './report.js'

/** Entry points that are written by hand; each is there as code and types for both module systems. */
export const ENTRIES = SUBPATHS.map(({ name }) => name)

/** How many APIs and groups of them are generated. */
const countIn = (folder: string): number => readdirSync(join(ROOT, 'src', 'generated', folder)).length

/** What a file of ours ends with: code and types, for both module systems. */
export const FORMS = ['js', 'cjs', 'd.ts', 'd.cts']

const SINGLE = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'package.json',
  // The command.
  'dist/cli.cjs',
  'dist/cli.LICENSES.txt',
  // The halves of the seams `#gunzip` and `#crypto`: they are not imported by name, so they have no types.
  'dist/gunzip-node.js',
  'dist/gunzip-node.cjs',
  'dist/gunzip-web.js',
  'dist/gunzip-web.cjs',
  'dist/crypto-node.js',
  'dist/crypto-node.cjs',
  'dist/crypto-web.js',
  'dist/crypto-web.cjs',
  // What worker threads run.
  'dist/reduce-worker.js',
  'dist/reduce-worker.cjs',
  ...ENTRIES.flatMap((entry) => FORMS.map((form) => `dist/${entry}.${form}`)),
]

/** Files by what they are called, and how many of them there are: exactly, or at most where only the bundler knows. */
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
  { what: 'types that entry points share', name: /^dist\/[a-z\d]+(?:-[a-z\d]+)*-[\w-]{8}\.d\.c?ts$/, atMost: 60 },
]

/** Fails where a file is missing, one too many, or none of these. */
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
