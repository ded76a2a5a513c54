import { describe, expect, it } from 'vitest'
import { help } from '../../src/cli/help.js'
import { runCommand } from '../support/run-command.js'

/** What is written, and how often the whole command runs. */
async function helped(...args: ReadonlyArray<string>) {
  const written = { out: '', err: '', runs: 0 }
  const streamOf = (name: 'out' | 'err') => ({
    write: (output: string | Uint8Array) => {
      written[name] += String(output)
      return true
    },
  })
  const status = await help(args, { stdout: streamOf('out'), stderr: streamOf('err') }, () => void written.runs++)
  return { status, ...written }
}

describe('help', () => {
  it.each([
    ['--help'],
    ['-h'],
    ['--version'],
    ['-V'],
    ['help'],
    ['help', 'decode'],
    ['decode', '--help'],
    ['table', '-h'],
    ['decode', '--helpp', '-h'],
    ['help', 'decod'],
  ])('writes for %j %s what the command writes', async (...args) => {
    const given = args.filter((word) => word !== undefined)
    expect(await helped(...given)).toEqual({ ...(await runCommand(given)), runs: 0 })
  })

  it.each([
    ['decode', 'x', '--api', '--help'],
    ['decode', '--', '-h'],
    ['describe', '--', '--version'],
    ['table', '--table', '-h'],
  ])('runs the whole command where the words are for %s', async (...args) => {
    expect(await helped(...args)).toEqual({ status: undefined, out: '', err: '', runs: 1 })
  })
})
