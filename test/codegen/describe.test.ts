import { describe, expect, it } from 'vitest'
import type { Api, TypeRef } from '../../codegen/api.js'
import { describeFiles } from '../../codegen/print/describe.js'
import { readResources } from '../../codegen/read/resources.js'
import { GLUE } from '../../model/glue.js'
import type { MemberModel, RecordModel } from '../../model/types.js'

const member = (name: string, type: TypeRef, rest: { deprecated?: boolean; comment?: ReadonlyArray<string> } = {}) => ({
  name,
  apiName: name,
  type,
  requiredByApi: false,
  mustBeThere: false,
  deprecated: false,
  comment: [],
  ...rest,
})

const stringType: TypeRef = { kind: 'string', sensitive: false }
const kind: TypeRef = { kind: 'enum', name: 'Kind', sensitive: false }

const api: Api = {
  service: { ...GLUE, apiPage: (name) => `https://example.com/${name}` },
  version: 'weather 1.0.0',
  operations: [
    { name: 'GetJobRain', request: 'GetJobRainRequest', response: 'GetJobRainResponse', access: 'Read' },
    { name: 'GetSun', request: 'GetSunRequest', response: 'GetSunResponse', access: 'Read' },
  ],
  structures: new Map([
    [
      'GetJobRainRequest',
      { name: 'GetJobRainRequest', members: [member('kinds', { kind: 'list', item: kind, sensitive: false }), member('name', stringType)] },
    ],
    [
      'Drop',
      { name: 'Drop', members: [member('kind', kind, { deprecated: true }), member('size', stringType, { comment: ['Leaks in.'] })] },
    ],
    ['Plain', { name: 'Plain', members: [member('name', stringType)] }],
  ]),
  enums: new Map([['Kind', ['a', 'b-c']]]),
  namesOnly: [],
  documentedNullResponses: [],
  observedNullResponses: [],
  notLogged: [],
  unmatched: [],
}

const resources = {
  types: new Map([['cloud', 'arn:cloud']]),
  ofAction: new Map([
    [
      'GetJobRain',
      [
        { type: 'cloud', required: true },
        { type: 'sky', required: false },
      ],
    ],
  ]),
}

const field = (name: string, rest: Partial<MemberModel> = {}): MemberModel => ({
  name,
  type: 'string',
  meaning: `What ${name} is.`,
  page: 'one',
  ...rest,
})

const record: RecordModel = {
  pages: { zero: 'https://example.com/0', one: 'https://example.com/1' },
  structures: [
    { name: 'IdentityFields', meaning: 'Who.', page: 'zero', members: [field('arn')] },
    {
      name: 'RecordFields',
      meaning: 'A record.',
      page: 'one',
      members: [field('eventTime', { since: '1.0' }), field('odd', { undocumented: true })],
    },
  ],
  identities: [{ type: 'Root', name: 'RootIdentity', meaning: 'The root.', members: { arn: 'Its ARN.' } }],
}

const print = (other: Partial<{ api: Api; record: RecordModel }> = {}): ReadonlyMap<string, string> =>
  describeFiles(other.api ?? api, resources, other.record ?? record, [field('eventName', { since: '1.0' })], field('type'))

describe('describeFiles', () => {
  const files = print()

  it('packs a line for each API, resource type, enum and structure of which there is something to say', () => {
    expect([...files.keys()]).toEqual(['apis.ts', 'members.ts', 'record.ts'])
    expect(files.get('apis.ts')).toContain('export const API_PAGE: string = "https://example.com/*"\n')
    expect(files.get('apis.ts')).toContain('export const RESOURCE_TYPES: ReadonlyArray<string> = ["cloud arn:cloud"]\n')
    expect(files.get('apis.ts')).toContain(
      'export const API_FACTS: ReadonlyArray<string> = ["GetJobRain jobs cloud! sky", "GetSun other ?"]\n',
    )
    expect(files.get('members.ts')).toContain('export const ENUM_VALUES: ReadonlyArray<string> = ["Kind a b-c"]\n')
    expect(files.get('members.ts')).toContain(
      'export const MEMBER_FACTS: ReadonlyArray<string> = ["Drop kind=Kind! size+", "GetJobRainRequestParameters kinds=Kind"]\n',
    )
  })

  it('packs the record: structures with their members, identities with theirs', () => {
    expect(files.get('record.ts')).toContain(
      'export const STRUCTURE_FACTS: ReadonlyArray<ReadonlyArray<string>> = [' +
        '["IdentityFields 0 Who.", "type 1 - What type is.", "arn 1 - What arn is."], ' +
        '["RecordFields 1 A record.", "eventName 1 1.0 What eventName is.", "eventTime 1 1.0 What eventTime is.", "odd 1 -? What odd is."]]\n',
    )
    expect(files.get('record.ts')).toContain('[["Root RootIdentity The root.", "arn Its ARN."]]\n')
  })

  it('stops at what cannot be packed', () => {
    expect(() => print({ api: { ...api, enums: new Map([['Kind', ['two words']]]) } })).toThrow('cannot be packed: "two words"')
    expect(() => print({ record: { ...record, pages: {} } })).toThrow('model/record.ts: no page zero')
  })
})

describe('readResources', () => {
  it('reads the resource types of a service and of its actions', async () => {
    const { types, ofAction } = await readResources('glue')
    expect([...types.keys()]).toEqual([...types.keys()].sort())
    expect(types.get('tableversion')).toBe(
      'arn:{Partition}:glue:{Region}:{Account}:tableVersion/{DatabaseName}/{TableName}/{TableVersionName}',
    )
    expect(ofAction.get('CreateConnection')).toEqual([
      { type: 'connectionType', required: false },
      { type: 'rootcatalog', required: true },
    ])
    expect(ofAction.get('ListJobs')).toEqual([])
    expect(ofAction.get('GetGlossary')).toBeUndefined()
  })
})
