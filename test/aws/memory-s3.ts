/**
 * A bucket in memory that answers the SDK's commands, with pages as small as a test wants them.
 */
import type { AwsClient } from '../../src/aws/client.js'

interface Input {
  readonly Bucket: string
  readonly Key?: string
  readonly Prefix?: string
  readonly StartAfter?: string
  readonly ContinuationToken?: string
  readonly Delimiter?: string
}

export interface MemoryS3 extends AwsClient {
  /** The inputs of all commands. */
  readonly inputs: ReadonlyArray<Input>
}

export const named = (name: string): Error => Object.assign(new Error('as S3 puts it'), { name })

/** `denied` are prefixes and keys that may not be asked for. */
export function memoryS3(
  files: Readonly<Record<string, Uint8Array | string>>,
  pageSize = 1000,
  denied: ReadonlyArray<string> = [],
): MemoryS3 {
  const inputs: Array<Input> = []
  const send: AwsClient['send'] = async (command, { abortSignal } = {}) => {
    abortSignal?.throwIfAborted()
    const input = command.input as Input
    inputs.push(input)
    const asked = input.Key ?? input.Prefix ?? ''
    if (denied.includes(asked)) throw named('AccessDenied')
    if (input.Key !== undefined) {
      const file = Object.hasOwn(files, input.Key) ? files[input.Key] : undefined
      if (file === undefined) throw named('NoSuchKey')
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
      return { Body: [bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)], ContentLength: bytes.length }
    }
    const after = input.ContinuationToken ?? input.StartAfter ?? ''
    const keys = Object.keys(files)
      .filter((key) => key.startsWith(asked))
      .sort()
    const cut = (key: string): string => {
      const end = input.Delimiter === undefined ? -1 : key.indexOf('/', asked.length)
      return end < 0 ? key : key.slice(0, end + 1)
    }
    const all = [...new Set(keys.map(cut))].filter((name) => name > after)
    const page = all.slice(0, pageSize)
    return {
      Contents: page.filter((name) => keys.includes(name)).map((Key) => ({ Key, Size: files[Key]?.length ?? 0 })),
      CommonPrefixes: page.filter((name) => !keys.includes(name)).map((Prefix) => ({ Prefix })),
      ...(all.length > pageSize ? { NextContinuationToken: page.at(-1) } : {}),
    }
  }
  return { inputs, send }
}

/** All that an iterable gives. */
export async function listed<A>(items: AsyncIterable<A>): Promise<Array<A>> {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}
