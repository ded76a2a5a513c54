/**
 * The options around `--verify`: which go together, and what they ask for.
 *
 * @module
 */
import type { Command } from 'commander'
import type { RecordPredicate } from '../event/predicate.js'
import { STANDARD_INPUT } from './logs.js'
import type { VerifyOptions } from './options.js'
import type { Verification } from './verification.js'

/** Ends the command where an option is given that needs `--verify`. */
export function needVerify({ verify, verifiedOnly, publicKeys, signatures, failOn = [] }: VerifyOptions, command: Command): void {
  if (verify === true) return
  const needs = (isGiven: boolean, option: string): void => {
    if (isGiven) command.error(`error: '${option}' needs '--verify'`)
  }
  needs(verifiedOnly === true, '--verified-only')
  needs(publicKeys !== undefined, '--public-keys')
  needs(signatures !== undefined, '--signatures')
  needs(failOn.includes('invalid'), '--fail-on invalid')
}

/** Validates the digests where the options ask for it; the files are compared as they are read. */
export async function verificationOf(
  paths: ReadonlyArray<string>,
  where: RecordPredicate,
  options: VerifyOptions,
  command: Command,
): Promise<Verification | undefined> {
  needVerify(options, command)
  if (options.verify !== true) return undefined
  if (paths.includes(STANDARD_INPUT)) return command.error("error: '--verify' reads folders or s3://BUCKET, not standard input")
  const { beginVerification } = await import('./verification.js')
  return beginVerification(paths, where, options, command)
}
