/**
 * Converts built ES modules to CommonJS. Files of the package import each other without cycles, so constants can
 * replace imports. Bundlers' own CommonJS uses the module object for every access, which made one operation a quarter
 * larger. Each statement keeps its line, so that a source map holds for both.
 *
 * @module
 */
import ts from 'typescript'

/** Converts one built ES module, which has only static imports and export lists, to CommonJS. */
export function commonJsOf(code: string): string {
  const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS)
  const parts = file.statements.map((statement) => {
    const full = statement.getFullText(file)
    const converted = convertedText(statement)
    if (converted !== undefined) return `${'\n'.repeat(full.split('\n').length - 1)}${converted}`
    // A file that loads another one beside it needs its own URL.
    return full.replaceAll('import.meta.url', 'require("node:url").pathToFileURL(__filename).href')
  })
  return `"use strict";${parts.join('')}`
}

function convertedText(statement: ts.Statement): string | undefined {
  if (ts.isImportDeclaration(statement)) return importText(statement)
  return ts.isExportDeclaration(statement) ? exportText(statement) : undefined
}

function importText({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const required = requireText(moduleSpecifier)
  const bindings = importClause?.namedBindings
  if (importClause === undefined) return `${required};`
  if (importClause.name !== undefined || bindings === undefined) throw new Error('a default import has no form in CommonJS here')
  if (ts.isNamespaceImport(bindings)) return `const ${bindings.name.text}=${required};`
  return `const{${bindings.elements.map(({ name, propertyName }) => pair(propertyName?.text, name.text)).join(',')}}=${required};`
}

function exportText({ exportClause, moduleSpecifier }: ts.ExportDeclaration): string {
  if (exportClause === undefined || !ts.isNamedExports(exportClause))
    throw new Error('an export without names has no form in CommonJS here')
  const from = moduleSpecifier === undefined ? '' : requireText(moduleSpecifier)
  const names = exportClause.elements.map(({ name, propertyName }) => [name.text, propertyName?.text ?? name.text] as const)
  if (from === '') return names.map(([name, local]) => `exports.${name}=${local};`).join('')
  return `{const m=${from};${names.map(([name, local]) => `exports.${name}=m.${local};`).join('')}}`
}

function requireText(specifier: ts.Expression): string {
  const path = (specifier as ts.StringLiteral).text
  return `require(${JSON.stringify(path.startsWith('.') ? path.replace(/\.js$/, '.cjs') : path)})`
}

const pair = (imported: string | undefined, local: string): string => (imported === undefined ? local : `${imported}:${local}`)
