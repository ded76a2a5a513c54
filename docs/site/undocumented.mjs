/**
 * Tells typedoc what generated code may leave out: members of API shapes have no comment of their own (their meaning stands on AWS's
 * pages), and structures of a single operation are public through that operation's subpath alone. All else must be documented.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { Converter, ReflectionKind } from 'typedoc'

const OPERATIONS = 'src/generated/operations'
const API = /src\/generated\/(operations\/|shapes\/|registry)/

const PUBLIC = /(Event|RequestParameters|ResponseElements)$/

/** Structures that stand in the file of the one operation that uses them and that its public interfaces speak of. */
function privateStructures() {
  return readdirSync(OPERATIONS).flatMap((file) => {
    const text = readFileSync(`${OPERATIONS}/${file}`, 'utf8')
    const interfaces = [...text.matchAll(/^export interface (\w+)[^{]*\{([\s\S]*?)^\}/gm)]
    const spokenOf = interfaces.filter(([, name]) => PUBLIC.test(name)).map(([, , body]) => body)
    return [...text.matchAll(/^export (?:interface|type) (\w+)/gm)]
      .map(([, name]) => name)
      .filter((name) => !PUBLIC.test(name) && spokenOf.some((body) => new RegExp(`\\b${name}\\b`).test(body)))
  })
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.on('bootstrapEnd', () => {
    app.options.setValue('intentionallyNotExported', [...app.options.getValue('intentionallyNotExported'), ...privateStructures()])
  })
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const undocumented = project
      .getReflectionsByKind(ReflectionKind.Property)
      .filter(
        (reflection) =>
          !reflection.hasComment() && API.test(project.getSymbolIdFromReflection(reflection)?.fileName.replaceAll('\\', '/') ?? ''),
      )
      .map((reflection) => reflection.getFullName())
    app.options.setValue('intentionallyNotDocumented', undocumented)
  })
}
