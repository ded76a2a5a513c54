/** The licenses of packages whose code is in the command, which ask to be passed on with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Licenses of packages that publish none, by the name of the package with `+` for `/`. */
const ADDED = fileURLToPath(new URL('licenses', import.meta.url))

const LICENSE_FILE = /^licen[cs]e/i

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)

/**
 * Returns the content of the file of licenses.
 *
 * @param root - The folder of the repository.
 * @param folders - The folders of the packages in it, such as `node_modules/commander`.
 * @throws Where a package has no license text, and where one was added for a package that publishes its own or is not
 * in the command.
 */
export function licensesText(root: string, folders: ReadonlyArray<string>, added = ADDED): string {
  const unused = new Set(readdirSync(added))
  const strings = folders.map((folder) => {
    const name = nameOf(folder)
    const file = readdirSync(join(root, folder)).find((each) => LICENSE_FILE.test(each))
    const own = join(added, `${name.replace('/', '+')}.txt`)
    if (file === undefined) unused.delete(`${name.replace('/', '+')}.txt`)
    const path = file === undefined ? own : join(root, folder, file)
    const content = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
    if (content === '')
      throw new Error(`${name} is in the command and has no license text: add codegen/licenses/${name.replace('/', '+')}.txt`)
    return `${name}\n\n${content}`
  })
  if (unused.size > 0) throw new Error(`not needed in codegen/licenses: ${[...unused].join(', ')}`)
  return `The command, cli.cjs and help.cjs, has code of these packages:\n\n${strings.join('\n\n---\n\n')}\n`
}
