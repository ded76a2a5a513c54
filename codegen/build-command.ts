/**
 * Builds the command, `dist/cli.cjs`: one file without dependencies, so that users of the library install none for it.
 * Its licenses are in a file beside it. npm links `dist/bin.cjs`, which runs it, or `dist/help.cjs` for help and
 * version.
 */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { licensesText } from './licenses.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const COMMAND = join(root, 'dist', 'cli.cjs')
const HELP = join(root, 'dist', 'help.cjs')
const STARTER = join(root, 'dist', 'bin.cjs')
const LICENSES = join(root, 'dist', 'cli.LICENSES.txt')

const { version, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly engines: { readonly node: string }
}

/** The lowest version of Node, such as `20.15`. */
const NODE = engines.node.replace('>=', '')

/** Runs first, in a language that every Node has: an older one would fail at some function it lacks. */
const CHECK = `(function () {
  var needed = '${NODE}'.split('.'), found = process.versions.node.split('.');
  if (+found[0] > +needed[0] || (+found[0] === +needed[0] && +found[1] >= +needed[1])) return;
  console.error('glue-trail needs Node ${NODE} or newer. This is ' + process.version + '.');
  process.exit(1);
})();`

/**
 * Runs the command and, where Node can, keeps the compiled code: compiling takes half of a short run. The folder is in
 * the package, where only those who may replace the code can write, unlike Node's default folder. If it cannot be
 * written, nothing is kept.
 */
const START = `#!/usr/bin/env node
'use strict';
var module_ = require('module');
if (module_.enableCompileCache) module_.enableCompileCache(require('path').join(__dirname, '../node_modules/.cache/glue-trail'));
var words = process.argv.slice(2);
var forHelp = ['-h', '--help', 'help', '-V', '--version'];
if (words[0] !== 'complete' && words.some(function (word) { return forHelp.indexOf(word) >= 0; })) require('./help.cjs');
else require('./cli.cjs');
`

/** Builds the command and returns its path. */
export async function buildCommand(): Promise<string> {
  const [command, help] = await Promise.all([bundled(), bundledHelp()])
  mkdirSync(dirname(COMMAND), { recursive: true })
  writeFileSync(COMMAND, command.outputFiles[0]?.contents ?? '')
  writeFileSync(HELP, help.outputFiles[0]?.contents ?? '')
  writeFileSync(LICENSES, licensesText(root, packagesOf(command.metafile, help.metafile)))
  writeFileSync(STARTER, START)
  for (const file of [COMMAND, HELP, STARTER]) chmodSync(file, 0o755)
  return COMMAND
}

/** Returns the folders of the packages whose code is in the command, such as `node_modules/commander`. */
export const packagesInCommand = async (): Promise<ReadonlyArray<string>> =>
  packagesOf((await bundled()).metafile, (await bundledHelp()).metafile)

const BUNDLE = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  // ES modules, where a package has them, so that unused code is left out.
  mainFields: ['module', 'main'],
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  define: { GLUE_TRAIL_VERSION: JSON.stringify(version) },
  banner: { js: `#!/usr/bin/env node\n${CHECK}` },
  write: false,
} satisfies BuildOptions

const bundled = () =>
  build({
    ...BUNDLE,
    entryPoints: ['src/cli/main.ts'],
    // package.json has its path once the package is built.
    alias: { '#gunzip': join(root, 'src/source/gunzip.node.ts'), '#crypto': join(root, 'src/integrity/crypto.node.ts') },
    // Users who read from S3 have the SDK; others do not need it in the command.
    external: ['@aws-sdk/*', 'sqs-consumer'],
    outfile: COMMAND,
    metafile: true,
  })

const bundledHelp = () =>
  build({
    ...BUNDLE,
    stdin: { contents: "import { startHelp } from './src/cli/help.js'; startHelp(() => require('./cli.cjs'))", resolveDir: root },
    external: ['./cli.cjs'],
    metafile: true,
  })

function packagesOf(...metafiles: ReadonlyArray<Metafile>): ReadonlyArray<string> {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const folders = files.flatMap((file) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCommand()
