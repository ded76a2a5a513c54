/**
 * The contents of the tarball and its manifest.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { command, root } from './command.js'
import { expectContents, FORMS } from './contents.js'
import { type Check, expectNone } from './report.js'

/** A packed package: its file, and the paths in it. */
export interface Tarball {
  readonly path: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: ReadonlyArray<string>
}

/** Files by conditions. */
interface Targets {
  readonly [condition: string]: string | Targets
}

/** Returns all files of conditions. */
const targetsIn = (targets: Targets): ReadonlyArray<string> =>
  Object.values(targets).flatMap((target) => (typeof target === 'string' ? [target] : targetsIn(target)))

/** The members of the manifest that are checked here. */
interface Manifest {
  readonly type?: unknown
  readonly sideEffects?: unknown
  readonly imports: Targets
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: unknown
  readonly optionalDependencies?: unknown
  readonly bundleDependencies?: unknown
  readonly bundledDependencies?: unknown
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>
}

/** Whether a peer is optional, so that npm does not install it by default. */
const isOptional = (peer: string): boolean => manifest.peerDependenciesMeta[peer]?.optional === true

/** Packs the repository into a folder. */
export function pack(folder: string): Tarball {
  mkdirSync(folder, { recursive: true })
  const { stdout } = command('npm', ['pack', '--json', '--pack-destination', folder])
  const [packed] = JSON.parse(stdout) as ReadonlyArray<{
    readonly filename: string
    readonly size: number
    readonly unpackedSize: number
    readonly files: ReadonlyArray<{ readonly path: string }>
  }>
  if (packed === undefined) throw new Error('npm pack made nothing')
  return { ...packed, path: join(folder, packed.filename), files: packed.files.map((file) => file.path) }
}

/** The manifest as it is published. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

/** The file of the command, which is not part of the library. */
export const COMMAND_FILE = 'cli.cjs'

/** Its help and version alone. */
export const HELP_FILE = 'help.cjs'

/** The file that npm links, which runs it. */
export const STARTER_FILE = 'bin.cjs'

/** The licenses of what is in the command. */
export const LICENSES_FILE = 'cli.LICENSES.txt'

/**
 * Where modules of Node are imported: in `glue-trail/node`, in a chunk that it shares with its worker threads, in
 * tables, and in one implementation of a seam.
 */
const FOR_NODE = [
  /^node:(?:os|url) in node\.c?js$/,
  /^node:(?:fs|fs\/promises|path|url) in (?:node|parquet|chunk-\w+)\.c?js$/,
  /^node:crypto in (?:archive|parquet|chunk-\w+)\.c?js$/,
  /^node:zlib in gunzip-node\.c?js$/,
  /^node:crypto in crypto-node\.c?js$/,
]

/** Checks of the tarball and of the repository's manifest. */
export async function checkTarball(check: Check, tarball: Tarball, temporary: string): Promise<void> {
  await check('the tarball contains exactly the expected files', () => {
    const contents = expectContents(tarball.files)
    return `${tarball.files.length} files, ${kilobytes(tarball.size)} packed, ${kilobytes(tarball.unpackedSize)} unpacked; ${contents}`
  })

  await check('every generated operation has its entry point, and what the package imports of itself exists', () => {
    const present = new Set(tarball.files)
    const operations = readdirSync(join(root, 'src', 'generated', 'operations')).map((file) => `operations/${basename(file, '.ts')}`)
    expectNone(
      'missing from the tarball',
      operations.flatMap((entry) => FORMS.map((form) => `dist/${entry}.${form}`).filter((file) => !present.has(file))),
    )
    expectNone(
      'imported by the package itself, and missing from the tarball',
      targetsIn(manifest.imports).filter((target) => !present.has(target.replace(/^\.\//, ''))),
    )
    return `${operations.length} in ${FORMS.length} forms`
  })

  await check('two packs are equal byte for byte', () => {
    const digests = [tarball, pack(join(temporary, 'again'))].map(({ path }) =>
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    )
    if (digests[0] !== digests[1]) throw new Error(`sha256 ${digests.join(' and ')}`)
    return `sha256 ${digests[0]?.slice(0, 16)}...`
  })

  await check('the manifest has no install script, only peer dependencies, and states that imports have no side effects', () => {
    expectNone(
      'run at install',
      Object.keys(manifest.scripts ?? {}).filter((name) =>
        /^(?:pre|post)?(?:install|prepare|prepublish|uninstall)$|^dependencies$/.test(name),
      ),
    )
    expectNone(
      'in the manifest',
      (['dependencies', 'optionalDependencies', 'bundleDependencies', 'bundledDependencies'] as const).filter(
        (member) => manifest[member] !== undefined,
      ),
    )
    if (manifest.sideEffects !== false) throw new Error('"sideEffects" is not false')
    if (manifest.type !== 'module') throw new Error('"type" is not "module"')
    const names = Object.keys(manifest.peerDependencies).sort()
    const peers = names.filter((name) => !isOptional(name)).join(' and ')
    const optional = names.filter(isOptional).join(' and ')
    if (
      peers !== 'fp-ts and io-ts' ||
      optional !==
        '@aws-sdk/client-cloudtrail and @aws-sdk/client-s3 and @aws-sdk/client-sqs and fast-check and hyparquet-writer and sqs-consumer and workerpool'
    )
      throw new Error(`peers are ${peers}, optional ones ${optional}`)
    return `peers are ${peers}, and ${optional} for those who want them`
  })
}

/** Checks of the code of the files in an installed package. */
export async function checkText(check: Check, installed: string): Promise<void> {
  const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })
    // The command has its own checks.
    .filter((file) => /\.c?[jt]s$/.test(file) && ![COMMAND_FILE, HELP_FILE, STARTER_FILE].includes(file))
    .map((file) => ({ file, text: readFileSync(join(installed, 'dist', file), 'utf8') }))

  await check(
    'code imports only io-ts and the optional peers, types io-ts and fp-ts/lib, and only the modules for Node import from Node',
    () => {
      const outside = new Map<string, Set<string>>()
      const forNode = new Set<string>()
      for (const { file, text: content } of files) {
        const kind = /\.d\.c?ts$/.test(file) ? 'types' : 'code'
        for (const { fileName } of ts.preProcessFile(content, true, true).importedFiles) {
          if (fileName.startsWith('node:') || builtinModules.includes(fileName)) forNode.add(`${fileName} in ${file}`)
          else if (!fileName.startsWith('.')) outside.set(fileName, (outside.get(fileName) ?? new Set()).add(kind))
        }
      }
      expectNone(
        'imported from Node',
        [...forNode].filter((name) => !FOR_NODE.some((pattern) => pattern.test(name))),
      )
      const seen = [...outside].map(([name, kinds]) => `${name} by ${[...kinds].sort().join(' and ')}`).sort()
      const wanted = [
        '#crypto by code',
        '#gunzip by code',
        '@aws-sdk/client-cloudtrail by code',
        '@aws-sdk/client-s3 by code',
        '@aws-sdk/client-sqs by code',
        'fast-check by code and types',
        'fp-ts/lib/Either.js by types',
        'fp-ts/lib/These.js by types',
        'hyparquet-writer by code',
        'io-ts by code and types',
        'sqs-consumer by code',
        'workerpool by code',
      ]
      if (seen.join() !== wanted.join()) throw new Error(`found ${seen.join(', ')}`)
      return seen.join(', ')
    },
  )

  await check('no file names its build folder or uses a global of Node', () => {
    expectNone(
      'found',
      files.filter(({ text: content }) => content.includes(root)).map(({ file }) => file),
    )
    expectNone(
      'globals of Node',
      // CommonJS needs require; ES modules must not use any of them, or browsers could not load them.
      files
        .filter(
          ({ file, text: content }) => file.endsWith('.js') && /\b(?:process|Buffer|__dirname|__filename|require)\s*[.(]/.test(content),
        )
        .map(({ file }) => file),
    )
    return `${files.length} files`
  })
}

/** Returns a number of bytes in kB, which are 1000 bytes. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
