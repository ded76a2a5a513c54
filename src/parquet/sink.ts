/**
 * Where the bytes of a file go.
 *
 * @module
 */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Takes the bytes of one file, in their order. */
export interface Sink {
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Ends the file, which is complete, under this name. */
  readonly close: (name: string) => Promise<void>
  /** Removes the file, which is incomplete. */
  readonly abandon: () => Promise<void>
}

/**
 * A stream that takes bytes, such as a `Writable` of Node.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ByteStream {
  /** Takes bytes, and calls back when it takes more. */
  write(bytes: Uint8Array, written: (error?: Error | null) => void): unknown
}

/**
 * Returns a sink for a file in a folder. Until the file is complete, it has a name that engines ignore, so that no
 * reader sees half of it.
 *
 * @param folder - Created where it does not exist.
 * @param draft - A name that no other open file has.
 */
export async function fileSink(folder: string, draft: string): Promise<Sink> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `.${draft}.tmp`)
  const file: FileHandle = await open(path, 'w')
  return {
    write: async (bytes) => {
      await file.writeFile(bytes)
    },
    close: async (name) => {
      await file.close()
      await rename(path, join(folder, name))
    },
    abandon: async () => {
      await file.close()
      await rm(path, { force: true })
    },
  }
}

/** Returns a sink for a stream, which stays open after the file. */
export function streamSink(stream: ByteStream): Sink {
  return {
    write: (bytes) => new Promise((resolve, reject) => stream.write(bytes, (error) => (error == null ? resolve() : reject(error)))),
    close: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  }
}
