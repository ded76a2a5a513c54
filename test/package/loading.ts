/**
 * The files that an import loads: by following imports, and as observed in Node.
 *
 * @module
 */
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { command } from './command.js'
import { NODE_MAJORS, nodeOf } from './node-versions.js'
import { type Check, expectNone } from './report.js'
import { kilobytes } from './tarball.js'

const OPERATION = 'StartJobRun'
const ENTRY = 'operations/start-job-run'
const LIMIT = 60_000

const SYSTEMS = [
  { name: 'ESM', extension: 'js', args: (specifier: string) => ['--input-type=module', '-e', `await import('${specifier}')`] },
  { name: 'CommonJS', extension: 'cjs', args: (specifier: string) => ['-e', `require('${specifier}')`] },
] as const

/** Checks of one operation, imported in Node without a bundler. */
export async function checkLoading(check: Check, project: string, temporary: string): Promise<void> {
  const dist = join(project, 'node_modules', 'glue-trail', 'dist')

  for (const { name, extension, args } of SYSTEMS) {
    const followed = closureOf(join(dist, `${ENTRY}.${extension}`))
    const all = closureOf(join(dist, `index.${extension}`))

    await check(`glue-trail/${ENTRY} loads less than ${kilobytes(LIMIT)} of our files (${name})`, () => {
      const bytes = sizeOf(followed)
      if (bytes >= LIMIT)
        throw new Error(`${bytes} bytes in ${followed.length} files:\n${followed.map((file) => sized(dist, file)).join('\n')}`)
      return `${kilobytes(bytes)} in ${followed.length} files, all of the package ${kilobytes(sizeOf(all))} in ${all.length}`
    })

    await check(`glue-trail/${ENTRY} does not load the groups and shared files of other APIs (${name})`, () => {
      const ours = groupOf(join(dist, `${ENTRY}.${extension}`))
      const groups = readdirSync(join(dist, 'operations'))
        .filter((file) => file.endsWith(`.${extension}`) && !file.endsWith(`.d.${extension}`))
        .map((file) => ({ file, group: groupOf(join(dist, 'operations', file)) }))
      const others = [...new Set(groups.map(({ group }) => group))].filter((group) => group !== ours)
      if (others.length < 3) throw new Error('all APIs are in one or two groups')
      const content = followed.map((file) => readFileSync(file, 'utf8')).join('\n')
      const apis = operationNames(dist, extension)
      // A codec's name is a literal beside its check, so a file that names an API contains its codec.
      const named = [...apis].filter(([, api]) => new RegExp(`\\b${api}(?:Event|RequestParameters|ResponseElements)?\\b`).test(content))
      if (!named.some(([, api]) => api === OPERATION)) throw new Error(`${OPERATION} itself is not there`)
      const groupOfFile = new Map(groups.map(({ file, group }) => [file, group]))
      expectNone(
        'APIs of other groups',
        named.filter(([file]) => groupOfFile.get(file) !== ours).map(([file, api]) => `${api} of ${groupOfFile.get(file) ?? file}`),
      )
      expectNone(
        'files of other groups',
        others.filter((group) => followed.includes(group)).map((group) => relative(dist, group)),
      )
      return `${named.length} of ${apis.size} APIs`
    })

    await check(`glue-trail and glue-trail/source import neither modules of Node nor the AWS SDK (${name})`, () => {
      const files = [...new Set(['index', 'source'].flatMap((entry) => closureOf(join(dist, `${entry}.${extension}`))))]
      expectNone(
        'names',
        files.flatMap((file) =>
          [...readFileSync(file, 'utf8').matchAll(/['"`](?:node:|@aws-sdk|@smithy|sqs-consumer)[^'"`]{0,40}/g)].map(
            ([found]) => `${found} in ${relative(dist, file)}`,
          ),
        ),
      )
      // The same check finds it where it is imported.
      const aws = closureOf(join(dist, `aws.${extension}`)).map((file) => readFileSync(file, 'utf8'))
      if (!aws.some((content) => content.includes('@aws-sdk/client-s3'))) throw new Error('glue-trail/aws does not name it either')
      return `${files.length} files`
    })

    for (const entry of ['describe', 'example', 'arbitrary']) {
      await check(`glue-trail does not load the files of glue-trail/${entry}, which contain no codec (${name})`, () => {
        const alone = closureOf(join(dist, `${entry}.${extension}`)).filter((file) => !all.includes(file))
        if (alone.length === 0) throw new Error(`glue-trail loads all of glue-trail/${entry}`)
        expectNone(
          'makes codecs',
          alone.filter((file) => /['"]io-ts['"]/.test(readFileSync(file, 'utf8'))).map((file) => relative(dist, file)),
        )
        return kilobytes(sizeOf(alone))
      })
    }

    await check(`Node loads exactly the files that its imports lead to (${name}, Node ${NODE_MAJORS.join(', ')})`, () => {
      for (const major of NODE_MAJORS) {
        const loaded = loadedBy(nodeOf(major), args(`glue-trail/${ENTRY}`), project, temporary).filter((file) =>
          file.startsWith(`${dist}/`),
        )
        expectNone(
          `Node ${major} loads besides`,
          loaded.filter((file) => !followed.includes(file)).map((file) => relative(dist, file)),
        )
        expectNone(
          `Node ${major} does not load`,
          followed.filter((file) => !loaded.includes(file)).map((file) => relative(dist, file)),
        )
      }
      return undefined
    })
  }
}

/** Returns a file and all files that it imports by relative paths, directly or not. */
function closureOf(file: string, seen: Set<string> = new Set()): ReadonlyArray<string> {
  if (!seen.has(file)) {
    seen.add(file)
    for (const imported of importsOf(file)) closureOf(imported, seen)
  }
  return [...seen]
}

function importsOf(file: string): ReadonlyArray<string> {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(dirname(file), fileName))
}

/** Returns the one file that an operation's entry re-exports. */
function groupOf(entry: string): string {
  const [group, ...rest] = importsOf(entry)
  if (group === undefined || rest.length > 0) throw new Error(`${entry} does not hand on exactly one file`)
  return group
}

/** Names of the APIs by the file of their entry. */
function operationNames(dist: string, extension: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(join(dist, 'operations'))
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => {
        const name = /\b(\w+)RequestParameters\b/.exec(readFileSync(join(dist, 'operations', file), 'utf8'))?.[1]
        if (name === undefined) throw new Error(`no API in ${file}`)
        return [file.replace(/d\.ts$/, extension), name]
      }),
  )
}

/**
 * Returns every file that a program ran, from the engine's coverage, which works for both module systems without hooks.
 */
function loadedBy(node: string, args: ReadonlyArray<string>, cwd: string, temporary: string): ReadonlyArray<string> {
  const folder = mkdtempSync(join(temporary, 'coverage-'))
  command(node, args, { cwd, env: { NODE_V8_COVERAGE: folder } })
  const scripts = readdirSync(folder).flatMap(
    (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly result: ReadonlyArray<{ readonly url: string }> }).result,
  )
  return [...new Set(scripts.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url)))]
}

const sizeOf = (files: ReadonlyArray<string>): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

const sized = (dist: string, file: string): string => `${statSync(file).size} ${relative(dist, file)}`
