/**
 * Builds the command, `dist/cli.cjs`: one file with all it needs in it, so that those who install the package for its library get no dependency
 * by it.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const COMMAND = join(root, 'dist', 'cli.cjs')

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }

/** Builds the command and answers its path. */
export async function buildCommand(): Promise<string> {
  const { metafile, outputFiles } = await bundled()
  mkdirSync(dirname(COMMAND), { recursive: true })
  writeFileSync(COMMAND, `${outputFiles[0]?.text ?? ''}${notices(metafile)}`)
  chmodSync(COMMAND, 0o755)
  return COMMAND
}

/** The folders of the packages whose code the command holds, such as `node_modules/commander`. */
export const packagesInCommand = async (): Promise<ReadonlyArray<string>> => packagesOf((await bundled()).metafile)

const bundled = () =>
  build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    // package.json says where it is once the package is built.
    alias: { '#gunzip': join(root, 'src/source/gunzip.node.ts'), '#crypto': join(root, 'src/integrity/crypto.node.ts') },
    // Those who read from S3 have the SDK; the others need not have it in the command.
    external: ['@aws-sdk/*', 'sqs-consumer'],
    legalComments: 'none',
    define: { GLUE_TRAIL_VERSION: JSON.stringify(version) },
    banner: { js: '#!/usr/bin/env node' },
    outfile: COMMAND,
    metafile: true,
    write: false,
  })

function packagesOf({ inputs }: Metafile): ReadonlyArray<string> {
  const folders = Object.keys(inputs).flatMap((file) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

/** Whose code is in the file, with their licences, which ask to be handed on. */
function notices(metafile: Metafile): string {
  const texts = packagesOf(metafile).map((folder) => {
    const licence = readdirSync(join(root, folder)).find((file) => /^licen[cs]e/i.test(file))
    const text = licence === undefined ? '' : readFileSync(join(root, folder, licence), 'utf8').trim()
    return `${folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)}\n\n${text.replaceAll('*/', '* /')}`
  })
  return `/*\nThis file holds code of these packages:\n\n${texts.join('\n\n---\n\n')}\n*/\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCommand()
