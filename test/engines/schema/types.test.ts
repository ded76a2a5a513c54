/** Types that json-schema-to-typescript makes of schemas compile, and accept examples of events. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GLUE_APIS } from 'glue-trail'
import { describeShape } from 'glue-trail/describe'
import { exampleOf } from 'glue-trail/example'
import { jsonSchemasOf } from 'glue-trail/schema'
import { compile } from 'json-schema-to-typescript'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** What the compiler says of a file alone. */
function diagnosticsOf(text: string): ReadonlyArray<string> {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-types-'))
  const file = join(folder, 'events.ts')
  writeFileSync(file, text)
  const program = ts.createProgram([file], { strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022 })
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  rmSync(folder, { recursive: true })
  return found
}

it('makes types that accept an example of every API and refuse a wrong one', { timeout: 300_000 }, async () => {
  const schema = jsonSchemasOf('all', { describe: describeShape })
  const types = await compile(JSON.parse(JSON.stringify(schema)) as Parameters<typeof compile>[0], 'AnyEvent', { format: false })
  const examples = GLUE_APIS.map((name) => `export const ${name}Example: ${name}Event = ${JSON.stringify(exampleOf(name))}`)
  expect(diagnosticsOf([types, ...examples].join('\n'))).toEqual([])
  const wrong = { ...exampleOf('StartCrawler'), requestParameters: { name: 5 } }
  expect(diagnosticsOf(`${types}\nexport const wrong: StartCrawlerEvent = ${JSON.stringify(wrong)}`)).toHaveLength(1)
})
