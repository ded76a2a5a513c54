/**
 * The record itself: a file per structure of `model/record.ts`, the identities, and the names of all members for
 * nonconforming records.
 */
import type { IdentityModel, MemberModel, RecordModel, StructureModel } from '../../model/types.js'
import { type Member, referencesOf, type Structure } from '../api.js'
import { kebabCase } from '../plan/file-names.js'
import { typeRef } from '../read/api.js'
import { Uses } from './checks.js'
import { headerText } from './header.js'
import { codecText, extensionText, hoistedText, importText } from './structure.js'
import { docText, interfaceText } from './types.js'

const WORDS: ReadonlyArray<string> = ['AWSAccount', 'AWSService', 'IAMUser', 'SAMLUser']

const FROM = 'model/record.ts'

/** Prints the files of the record, by name without folder. */
export function recordFiles(model: RecordModel): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const fileOf = (name: string): string => (name === 'AnyIdentity' ? 'identity' : kebabCase(name, WORDS))
  for (const structure of model.structures) files.set(`${fileOf(structure.name)}.ts`, structureFile(model, structure, fileOf))
  files.set('identity.ts', identityFile(model))
  files.set('nonconforming-record.ts', nonconformingFile(model))
  return files
}

/** Prints the exports of the record's files for the public list. */
export function recordExports(model: RecordModel): string {
  const structures = model.structures.map(({ name }) => `export { ${name} } from './record/${kebabCase(name, WORDS)}.js'\n`)
  const identities = [...model.identities.map(({ name }) => name), 'AnyIdentity', 'OpenIdentity', 'UserIdentity'].sort()
  return `export type { NonconformingRecord } from './record/nonconforming-record.js'\nexport { ${identities.join(', ')}, type IdentityByType } from './record/identity.js'\n${structures.join('')}`
}

function toStructure(model: RecordModel, { name, members, lacks }: StructureModel): Structure {
  const own = [...members, ...(FAMILIES.includes(name) ? PAYLOADS : [])].map((member) => toMember(model, member))
  const lacking = model.structures.find((structure) => structure.name === lacks)?.members ?? []
  const others = lacking.filter((member) => !own.some((known) => known.name === member.name))
  return { name, members: [...own, ...others.map((member) => ({ ...toMember(model, member), mustBeThere: false, comment: [LACKING] }))] }
}

/** The kinds of records that are not calls. */
const FAMILIES: ReadonlyArray<string> = ['InsightRecord', 'AggregatedRecord']

const LACKING = 'No record of this kind is known to have it.'

/** Members of calls that every record has in its type. */
const PAYLOADS = ['requestParameters', 'responseElements'].map(
  (name): MemberModel => ({ name, type: 'document', meaning: LACKING, page: 'recordContents' }),
)

function toMember(model: RecordModel, member: MemberModel): Member {
  const notes = [
    ...(member.since === undefined ? [] : [`Since eventVersion ${member.since}.`]),
    ...(member.undocumented ? ['In no AWS page; seen in records.'] : []),
    `{@link ${pageOf(model, member.page)} AWS page}`,
  ]
  return {
    name: member.name,
    apiName: member.name,
    type: typeRef(member.type),
    requiredByApi: false,
    mustBeThere: member.required === true,
    deprecated: false,
    comment: [member.meaning, '', notes.join(' ')],
  }
}

function pageOf(model: RecordModel, key: string): string {
  const page = model.pages[key]
  if (page === undefined) throw new Error(`model/record.ts: no page ${key}`)
  return page
}

function structureComment(model: RecordModel, { meaning, page }: StructureModel): ReadonlyArray<string> {
  return [meaning, '', `Source: {@link ${pageOf(model, page)} AWS page}.`, '', '@category models', '@since 0.1.0']
}

function structureFile(model: RecordModel, source: StructureModel, fileOf: (name: string) => string): string {
  const structure = toStructure(model, source)
  const { name } = structure
  const uses = new Uses()
  const base = source.extends
  const codec = base === undefined ? codecText(name, structure, false, uses) : extensionText(name, base, structure, uses)
  const imports = new Map<string, ReadonlyArray<string>>()
  for (const referred of [...referencesOf(structure), ...(base === undefined ? [] : [base])]) {
    imports.set(fileOf(referred), [...(imports.get(fileOf(referred)) ?? []), referred])
  }
  return [
    headerText(`${FROM}, ${name}`),
    "import type * as t from 'io-ts'\n",
    importText(uses.seam, '../../codec/seam.js'),
    ...[...imports].map(([file, names]) => importText(names, `./${file}.js`)),
    '\n',
    interfaceText(name, structure, structureComment(model, source), base),
    '\n',
    hoistedText(uses),
    codec,
  ].join('')
}

function identityFile(model: RecordModel): string {
  const fields = model.structures.find(({ name }) => name === 'IdentityFields')
  if (fields === undefined) throw new Error('model/record.ts: no IdentityFields')
  const page = `{@link ${pageOf(model, fields.page)} AWS page}`
  const variants = model.identities.map((identity) => identityText(model, fields, identity, page))
  // All members are in one check instead of an extension, because every record is checked by it.
  const uses = new Uses()
  const typeMember: MemberModel = { name: 'type', type: 'string', meaning: '', page: fields.page }
  const anyIdentity = codecText('AnyIdentity', toStructure(model, { ...fields, members: [typeMember, ...fields.members] }), false, uses)
  const structures = referencesOf(toStructure(model, fields))
  const names = model.identities.map(({ name }) => name)
  const types = model.identities.map(({ type }) => type)
  const tags = ['', '@category models', '@since 0.1.0']
  return `${headerText(`${FROM}, identities`)}import type * as t from 'io-ts'
${importText(['extension', 'tagged', 'untagged', ...uses.seam], '../../codec/seam.js')}import { IdentityFields } from './identity-fields.js'
${structures.map((name) => importText([name], `./${kebabCase(name, WORDS)}.js`)).join('')}
${variants.map(({ declaration }) => declaration).join('\n')}
${docText([`Who made the call, one of the ${names.length} documented kinds. All share the members of \`IdentityFields\`. ${page}`, ...tags])}
export type UserIdentity = ${names.join(' | ')}

${docText(['The documented identities by their `type`.', ...tags])}
export interface IdentityByType {
${model.identities.map(({ type, name }) => `  /** See \`${name}\`. */\n  readonly ${type}: ${name}`).join('\n')}
}

${docText(['An identity whose `type` is missing or none of the documented ones: new kinds are not wrong.', ...tags])}
export interface OpenIdentity extends IdentityFields {
  /** Absent, null, or a kind this package does not know yet. */
  readonly type?: string | null
}

${docText([`The \`userIdentity\` of a record: a documented kind, or an open one. ${page}`, ...tags])}
export type AnyIdentity = UserIdentity | OpenIdentity

/** Makes the codec of the identities of a type. */
const identity = <A>(type: string): t.InterfaceType<t.AnyProps, A> =>
  extension(\`\${type}Identity\`, IdentityFields, (u) => u.type === type, 'type.0!', () => [type])

${variants.map(({ codec }) => codec).join('\n')}
const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set([${types.map((type) => `'${type}'`).join(', ')}])

/** The io-ts codec of \`UserIdentity\`. @category codecs */
export const UserIdentity: t.Type<UserIdentity> = /* @__PURE__ */ tagged(
  'UserIdentity',
  'type',
  () => [${model.identities.map(({ type, name }) => `['${type}', ${name}]`).join(', ')}],
  'a documented identity type',
)

${anyIdentity}
/** The io-ts codec of \`OpenIdentity\`. @category codecs */
export const OpenIdentity: t.Type<OpenIdentity> = /* @__PURE__ */ untagged('OpenIdentity', AnyIdentity, 'type', () => KNOWN, 'no documented identity type')
`
}

function identityText(
  model: RecordModel,
  fields: StructureModel,
  identity: IdentityModel,
  page: string,
): { readonly declaration: string; readonly codec: string } {
  const { name, type, meaning } = identity
  if (name !== `${type}Identity`) throw new Error(`model/record.ts: identities of type ${type} are not named ${type}Identity`)
  const typeMember: Member = {
    name: 'type',
    apiName: 'type',
    type: { kind: 'literal', value: type, sensitive: false },
    requiredByApi: false,
    mustBeThere: true,
    deprecated: false,
    comment: [`Always \`${type}\`.`],
  }
  const said = Object.entries(identity.members).map(([member, comment]): Member => {
    const field = fields.members.find((known) => known.name === member)
    if (field === undefined) throw new Error(`model/record.ts: ${name} speaks of ${member}, which IdentityFields does not have`)
    return { ...toMember(model, field), comment: [comment] }
  })
  const declared: Structure = { name, members: [typeMember, ...said] }
  return {
    declaration: interfaceText(name, declared, [`${meaning} ${page}`, '', '@category models', '@since 0.1.0'], 'IdentityFields'),
    codec: `/** The io-ts codec of \`${name}\`. @category codecs */\nexport const ${name}: t.InterfaceType<t.AnyProps, ${name}> = /* @__PURE__ */ identity('${type}')\n`,
  }
}

/** Of a nonconforming record only the names of its members are known. */
function nonconformingFile(model: RecordModel): string {
  const families = ['RecordFields', ...FAMILIES]
  const members = new Set(['eventSource', 'eventName', 'requestParameters', 'responseElements'])
  for (const structure of model.structures) {
    if (families.includes(structure.name)) for (const member of structure.members) members.add(member.name)
  }
  const comment = [
    'A CloudTrail record that does not match its model. Only the names of its members are known; the type of each is `unknown`, to be checked before',
    'use. Decoding returns it unchanged and reports in its issues what does not match.',
    '',
    '@category models',
    '@since 0.1.0',
  ]
  return `${headerText(FROM)}
${docText(comment)}
export interface NonconformingRecord {
${[...members].map((name) => `  /** Unchecked: may be of any type. */\n  readonly ${name}?: unknown`).join('\n')}
}
`
}
