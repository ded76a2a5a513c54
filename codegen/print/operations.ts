/**
 * One file per operation: the event, its request and response, and the structures only it uses.
 */
import { type Api, enumsOf, type Operation, referencesOf, type Structure } from '../api.js'
import { kebabCase } from '../plan/file-names.js'
import type { Plan } from '../plan/placement.js'
import { Uses } from './checks.js'
import { headerText } from './header.js'
import { afterReferences, codecText, hoistedText, importText, type Making } from './structure.js'
import { docText, interfaceText } from './types.js'

/** Returns the exported names of an operation. */
export const eventNames = (name: string) => ({
  event: `${name}Event`,
  request: `${name}RequestParameters`,
  response: `${name}ResponseElements`,
})

export function operationText(api: Api, plan: Plan, operation: Operation): string {
  const { service } = api
  const names = eventNames(operation.name)
  const page = `{@link ${service.apiPage(operation.name)} API page}`
  const renamed = new Map([
    [operation.request, names.request],
    [operation.response, names.response],
  ])
  const nameOf = (structure: Structure): string => renamed.get(structure.name) ?? structure.name
  const payload = (name: string): Structure => api.structures.get(name) ?? { name, members: [] }
  const privates = plan.private.get(operation.name) ?? []
  const request = payload(operation.request)
  const response = payload(operation.response)
  const own = [...afterReferences(privates), request, response]
  const uses = new Uses()

  const interfaces = [
    `${docText([`One \`${operation.name}\` call as CloudTrail logs it. ${page}`])}
export interface ${names.event} extends ${service.name}Call {
  readonly eventName: '${operation.name}'
  readonly requestParameters?: ${names.request} | null
  readonly responseElements?: ${names.response} | null
}
`,
    interfaceText(names.request, request, [`What CloudTrail logs of a \`${operation.name}\` request. ${page}`]),
    interfaceText(names.response, response, [`What CloudTrail logs of a \`${operation.name}\` response, where it logs one. ${page}`]),
    ...privates.map((structure) => interfaceText(structure.name, structure, shapeComment(api, structure.name))),
  ]
  const making = (structure: Structure): Making => {
    if (structure === request) return { by: 'request', of: `'${operation.name}'` }
    return structure === response ? { by: 'response', of: names.request } : { by: 'structure', of: `'${structure.name}'` }
  }
  const codecs = own.map((structure) =>
    codecText(nameOf(structure), structure, plan.recursive.has(structure.name), uses, making(structure)),
  )
  const call = `${service.name.toLowerCase()}Call`
  const event = `/** The io-ts codec of \`${names.event}\`. @category codecs */\nexport const ${names.event}: t.InterfaceType<t.AnyProps, ${names.event}> = /* @__PURE__ */ ${call}(${names.response})\n`

  return [
    headerText(`${api.version}, ${operation.name}`),
    "import type * as t from 'io-ts'\n",
    seamImport(uses, interfaces, '../../codec/seam.js'),
    `import { type ${service.name}Call, ${call} } from '../call.js'\n`,
    ...shapeImports(api, plan, own, '../shapes'),
    '\n',
    interfaces.join('\n'),
    '\n',
    hoistedText(uses),
    codecs.join('\n'),
    '\n',
    event,
  ].join('')
}

/** Prints the imports from the seam, with the type `Redacted` if an interface uses it. */
export function seamImport(uses: Uses, interfaces: ReadonlyArray<string>, path: string): string {
  const types = interfaces.some((content) => content.includes('Redacted<')) ? ['type Redacted'] : []
  return importText([...uses.seam, ...types], path)
}

/** Prints the imports of the shared structures and enums that structures refer to, a line per file. */
export function shapeImports(api: Api, plan: Plan, structures: ReadonlyArray<Structure>, folder: string): ReadonlyArray<string> {
  const own = new Set(structures.map((structure) => structure.name))
  const files = new Map<string, Set<string>>()
  for (const name of structures.flatMap(referencesOf)) {
    const file = plan.fileOf.get(name)
    if (file !== undefined && !own.has(name)) files.set(file, (files.get(file) ?? new Set()).add(name))
  }
  const enums = new Set(structures.flatMap(enumsOf))
  return [
    ...[...files].map(([file, names]) => importText(names, `${folder}/${kebabCase(file, api.service.words)}.js`)),
    importText(enums, `${folder}/enums.js`, true),
  ]
}

/** Returns the comment of a shape. */
export function shapeComment(api: Api, name: string): ReadonlyArray<string> {
  return [`\`${name}\` of ${api.service.name}'s API. {@link ${api.service.apiPage(name)} API page}`]
}
