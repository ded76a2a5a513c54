/** Shared shapes: a file per structure (or cycle of structures), one for all enums, and the public list. */
import type { Api, Structure } from '../api.js'
import { kebabCase } from '../plan/file-names.js'
import type { Plan } from '../plan/placement.js'
import { Uses } from './checks.js'
import { headerText } from './header.js'
import { seamImport, shapeComment, shapeImports } from './operations.js'
import { afterReferences, codecText, hoistedText } from './structure.js'
import { docText, interfaceText } from './types.js'

export function shapeText(api: Api, plan: Plan, file: string, structures: ReadonlyArray<Structure>): string {
  const uses = new Uses()
  const interfaces = structures.map((structure) => interfaceText(structure.name, structure, shapeComment(api, structure.name)))
  const codecs = afterReferences(structures).map((structure) =>
    codecText(structure.name, structure, plan.recursive.has(structure.name), uses),
  )
  return [
    headerText(`${api.version}, ${file}`),
    "import type * as t from 'io-ts'\n",
    seamImport(uses, interfaces, '../../codec/seam.js'),
    ...shapeImports(api, plan, structures, '.'),
    '\n',
    interfaces.join('\n'),
    '\n',
    hoistedText(uses),
    codecs.join('\n'),
  ].join('')
}

/** Prints the enums. They stay open: CloudTrail logs calls with values that the API rejects. */
export function enumsText(api: Api): string {
  const enums = [...api.enums].map(([name, values]) => {
    const open = [...values.map((value) => JSON.stringify(value)), '(string & {})'].join(' | ')
    return `${docText([`Values of \`${name}\`, open to others. {@link ${api.service.apiPage(name)} API page}`])}\nexport type ${name} = ${open}\n`
  })
  return [headerText(`${api.version}, enums`), '\n', enums.join('\n')].join('')
}

export function shapesIndexText(api: Api, plan: Plan): string {
  const files = [...plan.shared].map(([file, structures]) => {
    const names = structures.map((structure) => structure.name).sort()
    return `export { ${names.join(', ')} } from './${kebabCase(file, api.service.words)}.js'\n`
  })
  return [
    headerText(`${api.version}, shared shapes`),
    '/**\n * Shapes that more than one API uses, and all enums. Each is an interface and an io-ts codec of the same name.\n *\n * @module\n */\n',
    `export type { ${[...api.enums.keys()].sort().join(', ')} } from './enums.js'\n`,
    ...files,
  ].join('')
}
