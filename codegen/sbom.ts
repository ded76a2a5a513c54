/**
 * Writes `glue-trail.cdx.json`, a CycloneDX bill of materials made from npm's: the package, its peers in the tested
 * versions, and the packages whose code is in the command. Packages for tests and builds are not published and not
 * listed.
 *
 * It has no date, machine or registry, so the same sources make the same file.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packagesInCommand } from './build-command.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The file, in the folder of the repository. */
const FILE = 'glue-trail.cdx.json'

interface Component {
  readonly 'bom-ref': string
  readonly externalReferences?: ReadonlyArray<{ readonly type: string }>
  readonly properties?: unknown
  readonly [member: string]: unknown
}

interface Dependency {
  readonly ref: string
  readonly dependsOn: ReadonlyArray<string>
}

interface Bill {
  readonly specVersion: string
  readonly metadata: { readonly component: Component }
  readonly components: ReadonlyArray<Component>
  readonly dependencies: ReadonlyArray<Dependency>
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>
}

/** The manifest in a folder of the repository. */
const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))

const refOf = (folder: string): string => {
  const { name, version } = manifestIn(folder)
  return `${name}@${version}`
}

/** npm's bill of materials of all installed packages. */
function installed(): Bill {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`npm sbom ended with ${status}: ${stderr}`)
  return JSON.parse(stdout)
}

/** Returns some packages and all that they depend on. */
function reached(from: ReadonlyArray<string>, { dependencies }: Bill): ReadonlySet<string> {
  const next = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const found = new Set(from)
  // A set iterates over members that are added during iteration.
  for (const ref of found) for (const other of next.get(ref) ?? []) found.add(other)
  return found
}

async function billOfMaterials(): Promise<object> {
  const bill = installed()
  const { name, version, description, license, peerDependencies, peerDependenciesMeta } = manifestIn('.')
  const peers = Object.keys(peerDependencies).sort()
  const optional = reached(
    peers.filter((peer) => peerDependenciesMeta[peer]?.optional === true).map((peer) => refOf(`node_modules/${peer}`)),
    bill,
  )
  const bundled = new Set((await packagesInCommand()).map(refOf))
  const wanted = new Set([
    ...reached(
      peers.map((peer) => refOf(`node_modules/${peer}`)),
      bill,
    ),
    ...bundled,
  ])
  const missing = [...wanted].filter((ref) => !bill.components.some((component) => component['bom-ref'] === ref))
  if (missing.length > 0) throw new Error(`npm does not know of ${missing.join(', ')}`)

  const components = [...wanted].sort().map((ref) => {
    const component: Component = bill.components.find((each) => each['bom-ref'] === ref) ?? { 'bom-ref': ref }
    // npm marks each as needed for development only, which is true for the repository and not for the package.
    const { properties: _, externalReferences, ...facts } = component
    const isOptional = optional.has(ref) && !bundled.has(ref)
    return {
      ...facts,
      // The download URL depends on the machine.
      externalReferences: externalReferences?.filter(({ type }) => type !== 'distribution') ?? [],
      scope: isOptional ? 'optional' : 'required',
      ...(bundled.has(ref) && { properties: [{ name: 'cdx:npm:package:bundled', value: 'true' }] }),
    }
  })
  const own = `${name}@${version}`
  const dependencies = [
    { ref: own, dependsOn: [...new Set([...peers.map((peer) => refOf(`node_modules/${peer}`)), ...bundled])].sort() },
    ...components.map((component) => {
      const ref = component['bom-ref']
      const of = bill.dependencies.find((dependency) => dependency.ref === ref)?.dependsOn ?? []
      return { ref, dependsOn: of.filter((other) => wanted.has(other)).sort() }
    }),
  ]
  const component = {
    'bom-ref': own,
    type: 'library',
    name,
    version,
    description,
    purl: `pkg:npm/${own}`,
    licenses: [{ license: { id: license } }],
  }
  const content = {
    $schema: `http://cyclonedx.org/schema/bom-${bill.specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion: bill.specVersion,
    version: 1,
    metadata: { component },
    components,
    dependencies,
  }
  return { ...content, serialNumber: serialNumber(JSON.stringify(content)) }
}

/** Makes a UUID of version 8, whose bits may be those of a digest. */
function serialNumber(input: string): string {
  const digest = createHash('sha256').update(input).digest('hex')
  const variant = ((Number.parseInt(digest[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, variant + digest.slice(17, 20), digest.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}

writeFileSync(join(root, FILE), `${JSON.stringify(await billOfMaterials(), null, 2)}\n`)
console.log(FILE)
