/**
 * The bill of materials: its contents, and that it is valid by CycloneDX's own schema.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { command, root } from './command.js'
import { installed } from './installed.js'
import { type Check, expectNone } from './report.js'
import { LICENSES_FILE, manifest } from './tarball.js'

interface Bill {
  readonly specVersion: string
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } }
  readonly components: ReadonlyArray<{
    readonly name: string
    readonly version: string
    readonly scope: string
    readonly properties?: ReadonlyArray<{ readonly name: string }>
  }>
}

/** Checks of what `npm run sbom` writes. */
export async function checkBill(check: Check): Promise<void> {
  const write = (): string => {
    command('npm', ['run', 'sbom'])
    return readFileSync(join(root, 'glue-trail.cdx.json'), 'utf8')
  }

  await check('npm run sbom names the peers and everything in the command, the same each time', () => {
    const content = write()
    if (content !== write()) throw new Error('two runs differ')
    const { components, metadata }: Bill = JSON.parse(content)
    if (metadata.component.name !== 'glue-trail') throw new Error(`it is about ${metadata.component.name}`)
    const bundled = components.filter(({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:bundled'))
    const [, notices = ''] = readFileSync(join(root, 'dist', LICENSES_FILE), 'utf8').split('has code of these packages:\n')
    const noticed = notices.split('\n---\n').map((notice) => notice.trim().split('\n')[0] ?? '')
    const names = bundled.map(({ name }) => name)
    if (names.sort().join() !== noticed.sort().join()) throw new Error(`bundled are ${noticed.join(', ')}; it says ${names.join(', ')}`)
    expectNone(
      'peers that are missing',
      Object.keys(manifest.peerDependencies).filter((peer) => !components.some(({ name }) => name === peer)),
    )
    const others = components.filter((component) => !bundled.includes(component)).map(({ name, scope }) => `${name} ${scope}`)
    // The optional peers, and all of their dependencies, which are many for the AWS SDK.
    const optional = Object.entries(manifest.peerDependenciesMeta ?? {}).flatMap(([name, meta]) => (meta.optional ? name : []))
    expectNone(
      'optional peers that are not marked optional',
      // The command contains the code of some of them.
      [...optional, 'pure-rand'].filter((name) => !names.includes(name) && !others.includes(`${name} optional`)),
    )
    expectNone(
      'required besides the bundled packages',
      others.filter((other) => !other.endsWith(' optional')),
    )
    return `${bundled.length} bundled, ${others.length} for the optional peers`
  })

  await check('it names no folder, user or registry of the machine, and no time', () => {
    const content = write()
    // A short user name may be part of a word.
    const words = [root, userInfo().homedir, hostname(), 'timestamp', 'registry', '"resolved"', 'localhost'].filter(
      (word) => word.length > 3,
    )
    expectNone(
      'named',
      words.filter((word) => content.includes(word)),
    )
    expectNone(
      'no address of a public project',
      [...content.matchAll(/"url": "(.*)"/g)]
        .flatMap((match) => match[1] ?? [])
        .filter((url) => !/^(?:git\+)?(?:https?|ssh|git):\/\/[\w.@-]+\.[a-z]+(?:\/|$)/.test(url)),
    )
    return undefined
  })

  await check("it is valid by CycloneDX's schema", async () => {
    const folder = installed('cyclonedx', ['@cyclonedx/cyclonedx-library@10', 'ajv@8', 'ajv-formats@3', 'ajv-formats-draft2019@1'])
    const { Validation } = createRequire(join(folder, 'package.json'))('@cyclonedx/cyclonedx-library') as Library
    const bill: Bill = JSON.parse(write())
    const validator = new Validation.JsonStrictValidator(bill.specVersion)
    const fault = await validator.validate(JSON.stringify(bill))
    if (fault !== null) throw new Error(JSON.stringify(fault))
    // A validator that accepts everything would accept this too.
    const faulty = { ...bill, components: [{ name: 'no type' }] }
    if ((await validator.validate(JSON.stringify(faulty))) === null) throw new Error('the schema has nothing to say')
    return `version ${bill.specVersion}`
  })
}

/** The used part of CycloneDX's library, on which the repository does not depend. */
interface Library {
  readonly Validation: {
    readonly JsonStrictValidator: new (version: string) => { validate(content: string): Promise<unknown> }
  }
}
