/**
 * `npm run generate`: reads the SDK, the IAM data and the models, plans, prints and formats `src/generated`. With
 * `--check` it writes nothing and fails if the files differ from what it would print; with `--against <folder>` it
 * compares with a copy of the project.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BATCHES } from '../model/batches.js'
import { GLUE, GLUE_OVERLAYS } from '../model/glue.js'
import { RESOURCES } from '../model/resources.js'
import { unmatchedBatches } from './plan/batches.js'
import { planResources } from './plan/resources.js'
import { apiReferenceText } from './print/api-reference.js'
import { unmatchedPhrases } from './print/phrases.js'
import { scanItemsText } from './print/scan-items.js'
import { printAll } from './print-all.js'
import { loadSdk, readApi } from './read/api.js'
import { readResources } from './read/resources.js'
import { changelogLines, namesOf, snapshotText } from './snapshot.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, against: { type: 'string', default: root } },
})
const printed = options.check ? options.against : root
const target = join(printed, 'src', 'generated')
const referenceFile = join(printed, 'docs', 'reference', 'apis.md')
const recordReferenceFile = join(printed, 'docs', 'reference', 'record-fields.md')
const snapshotFile = join(printed, 'model', 'glue.snapshot.txt')
const scratch = join(root, '.cache', 'generated')
const COMMAND = 'npm run generate'

/** Writes files to an emptied folder and formats them there. */
function writeFormatted(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const biome = join(root, 'node_modules', '.bin', 'biome')
  execFileSync(biome, ['check', '--write', '--linter-enabled=false', '--vcs-use-ignore-file=false', '--files-max-size=4194304', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function differences(a: string, b: string): ReadonlyArray<string> {
  const list = (folder: string): ReadonlyArray<string> =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      : []
  const names = new Set([...list(a), ...list(b)])
  const read = (folder: string, name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined
  return [...names].filter((name) => read(a, name) !== read(b, name)).sort()
}

/** Loaded late, because it imports the package and with it the generated code. */
async function recordReference(): Promise<string> {
  const { recordReferenceText } = await import('./print/record-reference.js')
  return recordReferenceText()
}

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

const before = textOf(snapshotFile)
const api = await readApi(GLUE, GLUE_OVERLAYS, loadSdk(GLUE), namesOf(before ?? ''))
const iam = await readResources(GLUE.iamService)
const resources = planResources(api, RESOURCES, iam)
const files = new Map([...printAll(api, iam, resources), ['scan-items.ts', await scanItemsText(root)]])
const snapshot = snapshotText(api)
const reference = apiReferenceText(api, resources)

if (options.check) {
  writeFormatted(scratch, files)
  const stale = [...differences(scratch, target), ...(before === snapshot ? [] : ['model/glue.snapshot.txt'])]
  if (textOf(referenceFile) !== reference) stale.push('docs/reference/apis.md')
  // While the package is stale, its description of itself is too.
  if (stale.length === 0 && textOf(recordReferenceFile) !== (await recordReference())) stale.push('docs/reference/record-fields.md')
  if (stale.length > 0) {
    console.error(`Generated code is not current (${stale.length} files, the first: ${stale.slice(0, 5).join(', ')}). Run: ${COMMAND}`)
    process.exit(1)
  }
  console.log(`Generated code is current: ${api.operations.length} APIs from ${api.version}.`)
} else {
  writeFormatted(target, files)
  writeFileSync(snapshotFile, snapshot)
  writeFileSync(referenceFile, reference)
  writeFileSync(recordReferenceFile, await recordReference())
  console.log(
    `${api.operations.length} APIs, ${api.structures.size} structures, ${api.enums.size} enums from ${api.version}: ${files.size} files.`,
  )
  const changes = before === undefined ? [] : changelogLines(before, snapshot)
  if (changes.length > 0) console.log(`For CHANGELOG.md:\n${changes.join('\n')}`)
  const unmatched = [...api.unmatched, ...resources.unmatched, ...unmatchedPhrases(api), ...unmatchedBatches(api, BATCHES)]
  if (unmatched.length > 0) console.log(`To remove from model/, because the API does not have it:\n${unmatched.join('\n')}`)
}
