/**
 * Files that options name, such as `--public-keys`: they may be pipes, which a signal has to end.
 *
 * @module
 */
import { open, stat } from 'node:fs/promises'
import { openPipes } from './open-pipes.js'

/** The most that is read: a list of more than a million keys. */
const MOST_MIB = 256

/** Returns the content of the file that an option names. It ends with an error where there is more. */
export const optionFile = (option: string, path: string, mostMib = MOST_MIB): Promise<Buffer> =>
  whileRead(option, path, async () => {
    const most = mostMib * 1024 * 1024
    const chunks: Array<Buffer> = []
    // `end` is read too: one byte more than is allowed.
    for await (const chunk of (await open(path)).createReadStream({ end: most })) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    if (bytes.length > most) throw new Error(`${option}: ${path}: expected at most ${mostMib} MiB, received more`)
    return bytes
  })

/** Calls `read` for the file or folder that an option names; until it returns, a signal ends the wait for a pipe. */
export async function whileRead<A>(option: string, path: string, read: () => Promise<A>): Promise<A> {
  const stats = await stat(path)
  if (!stats.isFile() && !stats.isFIFO() && !stats.isDirectory())
    throw new Error(`${option}: ${path}: expected a file or a pipe, received a device or a socket`)
  if (stats.isFIFO()) openPipes.add(path)
  try {
    return await read()
  } finally {
    openPipes.delete(path)
  }
}
