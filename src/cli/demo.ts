/**
 * The command `demo`: writes the example trail into a folder and explains it.
 *
 * @module
 */
import { readdir } from 'node:fs/promises'
import type { Command } from 'commander'
import { tellStory } from './demo/tell-story.js'
import { writeTrail } from './demo/write-trail.js'
import { OK } from './exit-code.js'
import type { WritingOptions } from './options.js'
import { type Streams, screenOf } from './screen.js'

/** Runs the command and returns its exit status. */
export async function demo(folder: string, { color }: WritingOptions, command: Command, streams: Streams): Promise<number> {
  const present = await readdir(folder).catch(() => [])
  if (present.some((name) => name !== 'AWSLogs')) return command.error(`error: the folder '${folder}' has other files: name a new one`)
  await writeTrail(folder)
  const screen = await screenOf(streams, 0, color)
  await screen.write(await tellStory(folder, screen))
  await screen.end()
  return OK
}
