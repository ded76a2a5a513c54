/**
 * Where digests and keys come from: folders or a bucket, a file or CloudTrail.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { Command } from 'commander'
import { awsKeys } from '../aws/aws-keys.js'
import { cloudTrailSdk, s3Sdk } from '../aws/client.js'
import { trailStore } from '../aws/trail-store.js'
import { formatProblem } from '../integrity/format-report.js'
import { keysFromText } from '../integrity/key-text.js'
import type { ValidateOptions } from '../integrity/options.js'
import { folderStore } from '../node/folder-store.js'
import type { EvidenceStore, KeySource } from '../source/evidence.js'
import { escaped } from './escape.js'
import { optionFile, whileRead } from './option-file.js'
import type { ValidateCommandOptions } from './options.js'
import { isS3Path, s3PathOf } from './s3-path.js'

/** A store, and what is known of it. */
export interface Source {
  readonly store: EvidenceStore
  /** What of a bucket the path names. */
  readonly scope: Pick<ValidateOptions, 'accounts' | 'organization' | 'regions'>
  /** A line that says what it took. */
  readonly counts: () => string | undefined
}

/** Returns the store that the paths name: folders, or one place in S3. */
export async function storeOf(
  paths: ReadonlyArray<string>,
  { signatures }: Pick<ValidateCommandOptions, 'signatures'>,
  command: Command,
): Promise<Source> {
  const [first = ''] = paths
  if (!paths.some(isS3Path)) {
    const store =
      signatures === undefined
        ? await folderStore(paths)
        : await whileRead('--signatures', signatures, () => folderStore(paths, { signatures }))
    return { store, scope: {}, counts: () => undefined }
  }
  if (paths.length > 1) return command.error('error: one s3://BUCKET, or folders')
  const { bucket, key, prefix, ...scope } = s3PathOf(first)
  if (key !== undefined) return command.error('error: s3://BUCKET or a prefix of it, not a file')
  // Without the SDK, nothing is listed: that is not a result of the validation.
  await s3Sdk()
  const store = trailStore({ bucket, ...(prefix === undefined ? {} : { prefix }) })
  const counts = { lists: 0, reads: 0 }
  const counted: EvidenceStore = {
    ...store,
    list: async function* (request, signal) {
      let listed = 0
      for await (const object of store.list(request, signal)) {
        if (listed++ % 1000 === 0) counts.lists++
        yield object
      }
      if (listed === 0) counts.lists++
    },
    folders: (...request) => {
      counts.lists++
      return store.folders(...request)
    },
    read: (...request) => {
      counts.reads++
      return store.read(...request)
    },
  }
  return { store: counted, scope, counts: () => `${escaped(first)}: ${counts.lists} requests to list, ${counts.reads} to read` }
}

/** Returns where keys come from: a file, CloudTrail, or nowhere. */
export async function keysOf(
  paths: ReadonlyArray<string>,
  { publicKeys }: Pick<ValidateCommandOptions, 'publicKeys'>,
  command: Command,
): Promise<KeySource> {
  if (publicKeys === undefined) {
    if (!paths.some(isS3Path)) return async () => []
    await cloudTrailSdk()
    return awsKeys()
  }
  const bytes = await optionFile('--public-keys', publicKeys)
  const keys = keysFromText(bytes.toString('utf8'), `a file with SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`)
  if (keys._tag === 'Left') return command.error(`error: --public-keys: ${keys.left.map(formatProblem).join(', ')}`)
  return async () => keys.right
}
