/**
 * Declares what generated code may leave undocumented: members of API shapes have no comment (AWS's pages describe
 * them), and structures of a single operation are public only through that operation's subpath. Everything else must be
 * documented.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { Converter, ReflectionKind } from 'typedoc'

const OPERATIONS = 'src/generated/operations'
const API = /src\/generated\/(operations\/|shapes\/|registry)/

/** Members of an inline object type: the comment of the property with that type describes them. */
const INLINE = /\.__type\./

/** Whether a member belongs to a parameter's type, for which typedoc requires no comment. */
const isInSignature = ({ parent }) => parent !== undefined && (parent.kindOf(ReflectionKind.SomeSignature) || isInSignature(parent))

const PUBLIC = /(Event|RequestParameters|ResponseElements)$/

/**
 * Returns the structures that are defined in the file of the one operation that uses them, and that its public
 * interfaces mention.
 */
function privateStructures() {
  return readdirSync(OPERATIONS).flatMap((file) => {
    const code = readFileSync(`${OPERATIONS}/${file}`, 'utf8')
    const interfaces = [...code.matchAll(/^export interface (\w+)[^{]*\{([\s\S]*?)^\}/gm)]
    const mentionedBy = interfaces.filter(([, name]) => PUBLIC.test(name)).map(([, , body]) => body)
    return [...code.matchAll(/^export (?:interface|type) (\w+)/gm)]
      .map(([, name]) => name)
      .filter((name) => !PUBLIC.test(name) && mentionedBy.some((body) => new RegExp(`\\b${name}\\b`).test(body)))
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
          !reflection.hasComment() &&
          ((INLINE.test(reflection.getFullName()) && !isInSignature(reflection)) ||
            API.test(project.getSymbolIdFromReflection(reflection)?.fileName.replaceAll('\\', '/') ?? '')),
      )
      .map((reflection) => reflection.getFullName())
    app.options.setValue('intentionallyNotDocumented', undocumented)
  })
}
