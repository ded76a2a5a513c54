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
  /** The file is whole, and this is its name. */
  readonly close: (name: string) => Promise<void>
  /** The file will not be whole. */
  readonly abandon: () => Promise<void>
}

/**
 * What bytes can be written to: a `Writable` of Node.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ByteStream {
  /** Takes bytes, and calls back when it wants more. */
  write(bytes: Uint8Array, written: (error?: Error | null) => void): unknown
}

/**
 * A file in a folder. It has its name when it is whole; before that, one that engines leave out, so that nobody reads half of it.
 *
 * @param folder - Made where it is not there.
 * @param draft - A name that no other file has which is being written.
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

/** A stream, which stays open behind the file. */
export function streamSink(stream: ByteStream): Sink {
  return {
    write: (bytes) => new Promise((resolve, reject) => stream.write(bytes, (error) => (error == null ? resolve() : reject(error)))),
    close: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  }
}
