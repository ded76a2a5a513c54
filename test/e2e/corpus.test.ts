/** The command on published files. */
import { expect, it } from 'vitest'
import { decodeFiles } from '../../src/node/decode-files.js'
import { runCommand } from '../support/run-command.js'
import { describeShared, sharedPath } from '../support/shared.js'

describeShared('files of the corpus', () => {
  const paths = ['corpus/files', 'corpus/records'].map(sharedPath)

  it('become NDJSON with all of their records, which decodes to the same NDJSON', { timeout: 120_000 }, async () => {
    const records: Array<unknown> = []
    for await (const { entries } of decodeFiles(paths)) {
      for (const { result, raw } of entries) if (result._tag !== 'Left') records.push(raw)
    }
    expect(records.length).toBeGreaterThan(800)
    const { out } = await runCommand(['decode', ...paths, '--source', '*'])
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(records)
    expect((await runCommand(['decode', '-', '--source', '*'], { input: out })).out).toBe(out)
  })

  it('are written in every other form, line by line', { timeout: 120_000 }, async () => {
    const linesOf = async (format: string) =>
      (await runCommand(['decode', ...paths, '--source', '*', '--format', format])).out.trimEnd().split('\n')
    const csv = await linesOf('csv')
    // Values that are cut alike are written whole on lines of their own.
    const table = (await linesOf('table')).filter((line) => !/^ {4}\S/.test(line))
    // The heads and a line for each record, then a legend after an empty line.
    expect(table.indexOf('')).toBe(csv.length)
    expect(csv.length).toBeGreaterThan(800)
  })
})
