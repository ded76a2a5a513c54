/**
 * `npx tsx bench/types.ts [--check]` measures what the types cost a project. Two programs import the package, one of
 * them with five guards and a `switch`; the difference in type instantiations is the cost of using the types, without
 * that of importing them.
 *
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { built, root } from './build.js'

const LIMIT = 1000

const IMPORT = `import { type AnyIdentity, type CloudTrailRecord, type NonconformingRecord, isCallTo, isConforming, isEvent, isGlueEvent, isIdentity } from 'glue-trail'
export declare const record: CloudTrailRecord | NonconformingRecord
export declare const identity: AnyIdentity
`

const BARE = `${IMPORT}export const used = [isCallTo, isConforming, isEvent, isGlueEvent, isIdentity]
`

const USING = `${BARE}
export function text(): string {
  if (isConforming(record) && record.eventTime === undefined) return record.eventType ?? ''
  if (isEvent('StartJobRun')(record)) return record.requestParameters?.jobName ?? ''
  if (isCallTo('UpdateTable')(record)) return record.eventName
  if (!isGlueEvent(record)) return isIdentity('AssumedRole')(identity) ? (identity.arn ?? '') : ''
  switch (record.eventName) {
    case 'CreateTable':
      return record.requestParameters?.tableInput?.name ?? ''
    case 'DeleteCrawler':
      return record.requestParameters?.name ?? ''
    case 'CreateConnection':
      return record.requestParameters?.connectionInput?.connectionType ?? ''
    default:
      return record.eventName
  }
}
`

interface Cost {
  readonly instantiations: number
  readonly milliseconds: number
}

function costOf(folder: string, name: string, code: string): Cost {
  const file = join(folder, name)
  writeFileSync(file, code)
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  })
  const start = performance.now()
  const diagnostics = ts.getPreEmitDiagnostics(program)
  const milliseconds = Math.round(performance.now() - start)
  if (diagnostics.length > 0) {
    throw new Error(
      ts.formatDiagnostics(diagnostics, { getCurrentDirectory: () => root, getCanonicalFileName: (path) => path, getNewLine: () => '\n' }),
    )
  }
  return { instantiations: program.getInstantiationCount(), milliseconds }
}

built()
// Inside the project, so that the package's name resolves to the build.
const folder = mkdtempSync(join(root, '.types-'))
try {
  const bare = costOf(folder, 'bare.mts', BARE)
  const using = costOf(folder, 'using.mts', USING)
  const apart = using.instantiations - bare.instantiations
  console.log(`TypeScript ${ts.version}, the built package, skipLibCheck`)
  console.log(`importing five guards: ${bare.instantiations} instantiations, checked in ${bare.milliseconds} ms`)
  console.log(`using them and a switch: ${using.instantiations} instantiations, checked in ${using.milliseconds} ms`)
  console.log(`${apart < LIMIT ? 'ok' : 'FALLS SHORT'}: ${apart} instantiations apart, limit ${LIMIT}`)
  if (process.argv.includes('--check') && apart >= LIMIT) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
