/**
 * What is deployed: the folders that Lambda would unpack a function to. The SDK is no part of them, but of the runtime,
 * and stands above them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { command, root } from '../../package/command.js'
import { ensureBuilt } from '../../package/fresh-build.js'
import { pack } from '../../package/tarball.js'

/** Where functions are unpacked to. */
export interface Runtime {
  /** An example as one file of CommonJS, made by the command that its page of the guide shows. */
  readonly bundled: (example: string) => string
  /** Source text as an ES module, beside the package as it is published. */
  readonly module: (source: string) => string
  readonly remove: () => void
}

/** The source of an example. */
export const sourceOf = (example: string): string => readFileSync(join(root, 'examples', example, 'handler.ts'), 'utf8')

/** Makes a runtime's file system, with the SDK in it. */
export function newRuntime(): Runtime {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-lambda-'))
  linked(folder, ['@aws-sdk/client-s3'])
  let count = 0
  let tarball: string | undefined
  const task = (): string => {
    const path = join(folder, `task-${++count}`)
    mkdirSync(path)
    return path
  }
  return {
    bundled: (example) => {
      const path = task()
      const page = readFileSync(join(root, 'docs', 'guide', `${example}.md`), 'utf8')
      const line = /^npx (esbuild .*) --outfile=\S+$/m.exec(page)?.[1]
      if (line === undefined) throw new Error('the guide shows no command that bundles the function')
      command('sh', ['-c', `npx --no-install ${line} --log-level=error "--outfile=$OUT"`], { env: { OUT: join(path, 'handler.js') } })
      return path
    },
    module: (source) => {
      const path = task()
      writeFileSync(join(path, 'handler.ts'), source)
      buildSync({ entryPoints: [join(path, 'handler.ts')], outfile: join(path, 'handler.mjs'), format: 'esm', logLevel: 'silent' })
      if (tarball === undefined) {
        ensureBuilt()
        tarball = pack(folder).path
      }
      linked(path, ['io-ts', 'fp-ts'])
      const unpacked = join(path, 'node_modules', 'glue-trail')
      mkdirSync(unpacked)
      command('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'])
      return path
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** Packages that are installed in the repository, in a folder's `node_modules`. */
function linked(folder: string, names: ReadonlyArray<string>): void {
  for (const name of names) {
    const path = join(folder, 'node_modules', name)
    mkdirSync(join(path, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), path, 'dir')
  }
}
