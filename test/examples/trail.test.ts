/** The example trail is what its story makes. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { decodeRecords, recordOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TRAIL = join(ROOT, 'examples/trail')

/** Runs an example as a reader would, its output not on a terminal. */
function run(script: string, ...args: ReadonlyArray<string>) {
  // Whoever runs the tests in colour must not colour the demo.
  const { FORCE_COLOR, NO_COLOR, ...env } = process.env
  const child = spawnSync(process.execPath, ['--import', 'tsx', `examples/${script}`, ...args], { cwd: ROOT, env, encoding: 'utf8' })
  return { status: child.status, out: child.stdout, err: child.stderr }
}

const files = readdirSync(TRAIL, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
const strings = files.map(({ bytes }) => gunzipSync(bytes).toString('utf8'))
const records = strings.flatMap((content) => (JSON.parse(content) as { Records: ReadonlyArray<unknown> }).Records)

describe('the example trail', () => {
  it('is what its story makes', () => {
    expect(run('make-trail.ts', '--check')).toStrictEqual({ status: 0, out: 'examples/trail matches the story: 8 files\n', err: '' })
  })

  it('is small, and looks like what CloudTrail delivers', () => {
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(60_000)
    for (const { name, bytes } of files) {
      expect(name).toMatch(/^123456789012_CloudTrail(-Insight)?_(eu-central-1|us-east-1)_20240514T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/)
      // No time in the header of gzip: writing the same again makes the same file.
      expect(bytes.readUInt32LE(4)).toBe(0)
    }
  })

  it('has one record that does not match the model, and it is a Glue record', () => {
    const nonconforming = [...decodeRecords(records)].filter(({ result }) => result._tag !== 'Right')
    expect(nonconforming.map(({ result }) => [result._tag, recordOf(result)?.eventSource, recordOf(result)?.eventName])).toStrictEqual([
      ['Both', 'glue.amazonaws.com', 'StartJobRun'],
    ])
  })

  it('names only accounts and addresses that are reserved for examples', () => {
    const all = strings.join('\n')
    expect(new Set(all.match(/(?<![\dA-Za-z-])\d{12}(?![\dA-Za-z-])/g))).toStrictEqual(new Set(['123456789012', '111122223333']))
    for (const address of all.match(/(?<="sourceIPAddress":")\d[^"]*/g) ?? [])
      expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\./)
    for (const key of all.match(/A[KS]IA[A-Z0-9]{16}/g) ?? []) expect(key).toContain('EXAMPLE')
  })

  it('has each event once, of identities of many kinds', () => {
    const of = (member: string): ReadonlyArray<unknown> => records.map((record) => (record as Record<string, unknown>)[member])
    expect(new Set(of('eventID')).size).toBe(records.length)
    const types = new Set(of('userIdentity').map((identity) => (identity as { type?: string } | undefined)?.type))
    for (const type of ['IAMUser', 'AssumedRole', 'AWSService', 'Root', 'IdentityCenterUser', 'WebIdentityUser', 'AWSAccount']) {
      expect(types).toContain(type)
    }
  })
})
