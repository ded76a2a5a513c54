/**
 * The packed package in an empty project: installed, compiled against and run as its users do.
 *
 * @module
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
import { command, root } from './command.js'
import { NODE_MAJORS, nodeOf } from './node-versions.js'
import { type Check, expectNone } from './report.js'
import { manifest, type Tarball } from './tarball.js'
import { compilerOf, TYPESCRIPT_VERSIONS, type TypeScriptVersion } from './typescript-versions.js'

const fixtures = join(root, 'test', 'package', 'fixtures')

/** The versions of the peers in a project: the newest, or the oldest that the manifest allows. */
export type Peers = 'highest' | 'lowest'

/**
 * The packages that npm installs with the package: its peers, and for the lowest versions also the optional ones and
 * their dependencies.
 */
const INSTALLED: Readonly<Record<Peers, ReadonlyArray<string>>> = {
  highest: ['fp-ts', 'glue-trail', 'io-ts'],
  lowest: ['fast-check', 'fp-ts', 'glue-trail', 'hyparquet', 'hyparquet-writer', 'io-ts', 'pure-rand', 'workerpool'],
}

/**
 * The lowest version of each peer, except those that talk to AWS: the SDK is large, and is tested in the versions of
 * the repository.
 */
const lowestPeers = (): ReadonlyArray<readonly [name: string, version: string]> =>
  Object.entries(manifest.peerDependencies)
    .filter(([name]) => !name.startsWith('@aws-sdk/') && name !== 'sqs-consumer')
    .map(([name, range]) => [name, range.replace(/^\^/, '')] as const)

/** Makes an empty project and installs the tarball. */
export function install(folder: string, tarball: Tarball, peers: Peers): void {
  mkdirSync(folder, { recursive: true })
  command('npm', ['init', '-y'], { cwd: folder })
  const exact = lowestPeers().map(([name, version]) => `${name}@${version}`)
  command('npm', ['i', '--no-fund', '--no-audit', tarball.path, ...(peers === 'lowest' ? exact : [])], { cwd: folder })
  for (const file of readdirSync(fixtures)) copyFileSync(join(fixtures, file), join(folder, file))
  // The same source three times: its name decides as what TypeScript compiles it.
  copyFileSync(join(fixtures, 'typed.mts'), join(folder, 'typed.cts'))
  copyFileSync(join(fixtures, 'typed.mts'), join(folder, 'typed.ts'))
  copyFileSync(join(fixtures, 'arbitrary.mts'), join(folder, 'arbitrary.cts'))
  // The types of io-ts before 2.2.18 do not compile with a current TypeScript, so users of older versions must skip
  // checking them.
  const skipLibCheck = peers === 'lowest'
  const optional = peers === 'lowest' ? ['arbitrary.mts', 'arbitrary.cts'] : []
  const files = ['typed.mts', 'typed.cts', ...optional]
  writeConfig(folder, 'nodenext', { module: 'NodeNext', moduleResolution: 'NodeNext', skipLibCheck }, files)
  writeConfig(folder, 'bundler', { module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck, noEmit: true }, ['typed.ts'])
}

function writeConfig(folder: string, name: string, options: Readonly<Record<string, unknown>>, files: ReadonlyArray<string>): void {
  const compilerOptions = {
    target: 'ES2022',
    // Without the types of Node and of browsers: ours do not need them.
    lib: ['ES2022'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    rootDir: '.',
    outDir: `out-${name}`,
    ...options,
  }
  writeFileSync(join(folder, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions, files }))
}

/** Checks with the newest peers, which npm installs by default, on every version of Node. */
export async function checkConsumer(check: Check, folder: string): Promise<void> {
  await check('npm installs the package and its peers in an empty project, and nothing else', () => installed(folder, 'highest'))
  const note = ', declarations of the libraries included'
  await checkNodeNext(check, folder, note)
  await check(`a module compiles strictly with Bundler resolution${note}`, () => compile(folder, 'bundler'))
  for (const version of TYPESCRIPT_VERSIONS) {
    // The check above uses the repository's own compiler.
    if (version === ts.versionMajorMinor) continue
    for (const [name, resolution] of [
      ['nodenext', 'NodeNext'],
      ['bundler', 'Bundler'],
    ] as const) {
      await check(`the modules compile strictly in TypeScript ${version} with ${resolution} resolution${note}`, () =>
        compile(folder, name, version, ['--noEmit']),
      )
    }
  }
  for (const major of NODE_MAJORS) await checkRuns(check, folder, major, '')
  await check('a missing optional peer is named in the error, and none is installed by default', () =>
    output(process.execPath, folder, ['without.mjs']),
  )
  await check('a bundle of the compiled module runs', async () => {
    await build({
      absWorkingDir: folder,
      entryPoints: ['typed.ts'],
      bundle: true,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      outfile: 'bundle.mjs',
      logLevel: 'silent',
    })
    return output(process.execPath, folder, ['bundle.mjs'])
  })
}

/** Checks with the oldest peers that the manifest allows, on the oldest Node. */
export async function checkLowestPeers(check: Check, folder: string): Promise<void> {
  const wanted = lowestPeers().map(([name, version]) => `${name} ${version}`)
  const [lowest] = NODE_MAJORS
  await check('npm installs the package beside the lowest peers of its ranges', () => {
    const versions = installed(folder, 'lowest')
    for (const peer of wanted) if (!versions.includes(peer)) throw new Error(`installed ${versions}, wanted ${peer}`)
    return versions
  })
  const note = ' with the lowest peers'
  await checkNodeNext(check, folder, note)
  for (const version of ['5.4', '7.0'] as const) {
    await check(`in TypeScript ${version}${note}, only declarations of io-ts have errors`, () =>
      onlyInIoTs(() => compile(folder, 'nodenext', version, ['--noEmit', '--skipLibCheck', 'false', '--pretty', 'false'])),
    )
  }
  await checkRuns(check, folder, lowest, note)
  for (const file of ['arbitrary.mjs', 'arbitrary.cjs']) {
    await check(`${file} makes arbitraries with the lowest fast-check`, () => output(nodeOf(lowest), folder, [`out-nodenext/${file}`]))
  }
  for (const file of ['parquet.mjs', 'parquet.cjs']) {
    await check(`${file} writes Parquet with the lowest hyparquet-writer`, () => output(nodeOf(lowest), folder, [file]))
  }
  for (const file of ['reduce.mjs', 'reduce.cjs']) {
    await check(`${file} reads files in threads with the lowest workerpool`, () => output(nodeOf(lowest), folder, [file]))
  }
}

async function checkNodeNext(check: Check, folder: string, note: string): Promise<void> {
  await check(`an ES module and a CommonJS module compile strictly in NodeNext${note}`, () => compile(folder, 'nodenext'))
}

async function checkRuns(check: Check, folder: string, major: (typeof NODE_MAJORS)[number], note: string): Promise<void> {
  const on = `on Node ${major}${note}`
  const cases: ReadonlyArray<readonly [sentence: string, args: ReadonlyArray<string>]> = [
    ['an ES module imports every entry point, and names are the same objects from all', ['uses.mjs']],
    ['CommonJS requires every entry point, and names are the same objects from all', ['uses.cjs']],
    ['the compiled ES module runs', ['out-nodenext/typed.mjs']],
    ['the compiled CommonJS module runs', ['out-nodenext/typed.cjs']],
    ['importing prints nothing, changes no global and loads nothing of Node', ['quiet.mjs']],
    ['requiring prints nothing, changes no global and loads nothing of Node', ['quiet.cjs']],
    ['stacks name positions in the sources, with source maps', ['--enable-source-maps', 'stacks.mjs']],
    [`zstd is ${major === 20 ? 'named with the command that unpacks it' : 'read'}`, ['zstd.mjs', major === 20 ? 'NAMED' : 'READ']],
  ]
  for (const [sentence, args] of cases) await check(`${sentence} ${on}`, () => output(nodeOf(major), folder, args))
}

const OWN = TYPESCRIPT_VERSIONS.find((version) => version === ts.versionMajorMinor)

/** Compiles a project. Throws an error with the compiler's output if it fails. */
function compile(folder: string, name: string, version: TypeScriptVersion | undefined = OWN, options: ReadonlyArray<string> = []): string {
  if (version === undefined) throw new Error(`TypeScript ${ts.version} is not among those that are tried`)
  const compiler = compilerOf(version)
  command(process.execPath, [compiler, '-p', `tsconfig.${name}.json`, ...options], { cwd: folder })
  return command(process.execPath, [compiler, '--version']).stdout.trim()
}

/** Fails for every error that a compiler prints, except for those in the declarations of io-ts. */
function onlyInIoTs(compiling: () => string): string {
  try {
    return compiling()
  } catch (error) {
    const lines = String(error)
      .split('\n')
      .filter((line) => /: error TS\d+: /.test(line))
    // Without any, the compiler itself failed.
    if (lines.length === 0) throw error
    expectNone(
      'errors',
      lines.filter((line) => !line.startsWith('node_modules/io-ts/')),
    )
    return `${lines.length} there`
  }
}

/** Returns the one line that a fixture prints if it passes. */
function output(node: string, folder: string, args: ReadonlyArray<string>): string {
  const { stdout, stderr } = command(node, args, { cwd: folder })
  if (stderr !== '') throw new Error(`printed to stderr: ${stderr}`)
  const lines = stdout.split('\n')
  if (lines.length !== 2 || lines[0] === undefined || lines[1] !== '') throw new Error(`printed more than its line: ${stdout}`)
  return lines[0]
}

/** Returns names and versions of what is installed. Throws if that is more than the package and its peers. */
function installed(folder: string, peers: Peers): string {
  const names = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))
  if (names.sort().join() !== INSTALLED[peers].join()) throw new Error(`installed ${names.join(', ')}`)
  return names
    .map((name) => {
      const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
        readonly version: string
      }
      return `${name} ${version}`
    })
    .join(', ')
}
