/**
 * Compiles `source/checks.ts` of a folder with typia's transformer into `checks.js`.
 *
 * @module
 */
import { join } from 'node:path'
import ts from 'typescript'
import { transform } from 'typia/lib/transform'

const folder = process.argv[2]
if (folder === undefined) throw new Error('bench: which folder?')

const program = ts.createProgram([join(folder, 'source', 'checks.ts')], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  skipLibCheck: true,
  types: [],
  rootDir: join(folder, 'source'),
  outDir: folder,
})
const problems = [...ts.getPreEmitDiagnostics(program)]
const addDiagnostic = (problem: ts.Diagnostic): number => problems.push(problem)
program.emit(undefined, undefined, undefined, undefined, { before: [transform(program, undefined, { addDiagnostic })] })
if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost({})))
