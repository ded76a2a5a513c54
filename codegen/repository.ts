/**
 * Sets where the project is published: `repository`, `homepage` and `bugs` of package.json, from one address.
 *
 *   npm run repository -- https://github.com/OWNER/NAME
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ADDRESS = /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/

/** Returns the manifest with the three fields, after `license`. */
export function withRepository(manifest: Readonly<Record<string, unknown>>, address: string): Readonly<Record<string, unknown>> {
  if (!ADDRESS.test(address)) throw new Error('expected an address such as https://github.com/OWNER/NAME')
  const { repository, homepage, bugs, ...rest } = manifest
  const fields = { repository: { type: 'git', url: `git+${address}.git` }, homepage: `${address}#readme`, bugs: `${address}/issues` }
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (name === 'license' ? [[name, value], ...Object.entries(fields)] : [[name, value]])),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../package.json', import.meta.url))
  const manifest = withRepository(JSON.parse(readFileSync(path, 'utf8')), process.argv[2] ?? '')
  writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`)
}
