import { createRequire } from 'node:module'
import { type ApiDescription, describeApi, type MemberDescription } from 'glue-trail/describe'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Api, Structure, TypeRef } from '../../codegen/api.js'
import { readApi } from '../../codegen/read/api.js'
import { GLUE, GLUE_OVERLAYS } from '../../model/glue.js'
import { accessLevelOf, GLUE_APIS, NAME_ONLY_APIS, nullResponseOf, sensitivePathsOf } from '../../src/index.js'

const all: ReadonlyArray<ApiDescription> = GLUE_APIS.flatMap((name) => describeApi(name) ?? [])

const membersOf = ({ request, response, shapes }: ApiDescription): ReadonlyArray<MemberDescription> => [
  ...request,
  ...response,
  ...shapes.flatMap(({ members }) => members),
]

describe('describeApi', () => {
  it('says of a small API exactly this', () => {
    expect(describeApi('DeleteCrawler')).toEqual({
      name: 'DeleteCrawler',
      topic: 'crawlers',
      accessLevel: 'Write',
      nullResponse: 'NO_OUTPUT',
      resourceTypes: [{ name: 'crawler', required: true, arn: 'arn:{Partition}:glue:{Region}:{Account}:crawler/{CrawlerName}' }],
      page: 'https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteCrawler.html',
      request: [{ name: 'name', type: 'string', requiredByApi: true, sensitive: false, deprecated: false, undocumented: false }],
      response: [],
      shapes: [],
    })
  })

  it('marks enums, shapes, and members that are sensitive, deprecated or not in the model', () => {
    const connection = describeApi('CreateConnection')
    expect(connection?.request.map(({ name, type, shape }) => [name, type, shape])).toEqual([
      ['connectionInput', 'ConnectionInput', 'ConnectionInput'],
      ['catalogId', 'string', undefined],
      ['tags', 'map of string', undefined],
    ])
    const properties = connection?.shapes[0]?.members.find(({ name }) => name === 'connectionProperties')
    expect(properties).toEqual({
      name: 'connectionProperties',
      type: 'map of string',
      requiredByApi: true,
      sensitive: true,
      deprecated: false,
      undocumented: false,
    })
    const run = describeApi('StartJobRun')
    expect(run?.request.find(({ name }) => name === 'allocatedCapacity')?.deprecated).toBe(true)
    expect(run?.nullResponse).toBeUndefined()
    const table = describeApi('UpdateTable')?.shapes.find(({ name }) => name === 'TableInput')
    expect(table?.members.filter(({ undocumented }) => undocumented).map(({ name }) => name)).toEqual(['isRowFilteringEnabled'])
  })

  it('knows no name without a model', () => {
    expect(NAME_ONLY_APIS.map(describeApi).filter((described) => described !== undefined)).toEqual([])
    expect(['', 'deletecrawler', '__proto__', 'toString'].map(describeApi)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('is plain data: what JSON makes of it is the same', () => {
    for (const description of all) expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  })
})

describe('all descriptions', () => {
  it('are there, each with its page and what the registry says', () => {
    expect(all.map(({ name }) => name)).toEqual(GLUE_APIS)
    for (const { name, page, accessLevel, nullResponse } of all) {
      expect(page).toBe(`https://docs.aws.amazon.com/glue/latest/webapi/API_${name}.html`)
      expect(accessLevel).toBe(accessLevelOf(name))
      expect(nullResponse).toBe(nullResponseOf(name))
    }
    expect(all.filter(({ resourceTypes }) => resourceTypes === undefined)).toHaveLength(55)
  })

  it('list every shape that a member speaks of, once, and no other', () => {
    for (const description of all) {
      const listed = description.shapes.map(({ name }) => name)
      const spokenOf = new Set(membersOf(description).flatMap(({ shape }) => shape ?? []))
      expect([...listed].sort()).toEqual([...spokenOf].sort())
    }
  })

  it('end where shapes contain themselves', () => {
    const table = describeApi('GetTable')?.shapes.find(({ name }) => name === 'Table')
    expect(table?.members.filter(({ shape }) => shape === 'TableStatus')).toHaveLength(1)
    const clause = describeApi('SearchAssets')?.shapes.find(({ name }) => name === 'SearchFilterClause')
    expect(clause?.members.some(({ shape }) => shape === 'SearchFilterClause')).toBe(true)
  })

  it('say sensitive exactly where sensitivePathsOf does', () => {
    for (const description of all) {
      const shapes = new Map(description.shapes.map(({ name, members }) => [name, members]))
      const paths: Array<string> = []
      const walk = (members: ReadonlyArray<MemberDescription>, path: string, above: ReadonlyArray<string>): void => {
        for (const { name, type, shape, sensitive } of members) {
          const place = `${path}.${name}`
          if (sensitive) paths.push(place)
          else if (shape !== undefined && !above.includes(shape)) {
            const inside = [...type.matchAll(/(list|map) of /g)].map(([, kind]) => (kind === 'list' ? '[]' : '{}')).join('')
            walk(shapes.get(shape) ?? [], place + inside, [...above, shape])
          }
        }
      }
      walk(description.request, 'requestParameters', [])
      walk(description.response, 'responseElements', [])
      const wanted = sensitivePathsOf(description.name as (typeof GLUE_APIS)[number]).map((path) => path.replace(/(\[\]|\{\})+$/, ''))
      expect(paths.sort()).toEqual([...wanted].sort())
    }
  })
})

describe('against the SDK', () => {
  let api: Api
  const sdk = createRequire(import.meta.url)('@aws-sdk/client-glue') as Readonly<
    Record<string, Readonly<Record<string, string>> | undefined>
  >

  beforeAll(async () => {
    api = await readApi(GLUE, GLUE_OVERLAYS)
  })

  it('every structure has the members of the model, with their names, types, requirements and deprecations', () => {
    const known = new Map<string, ReadonlyArray<MemberDescription>>()
    for (const { name, request, response, shapes } of all) {
      known.set(`${name} request`, request)
      known.set(`${name} response`, response)
      for (const shape of shapes) known.set(shape.name, shape.members)
    }
    const check = (structure: Structure | undefined, members: ReadonlyArray<MemberDescription> | undefined): void => {
      const wanted = structure?.members.map(({ name, type, requiredByApi, deprecated, comment }) => ({
        name,
        type: wordsOf(type),
        requiredByApi,
        deprecated,
        undocumented: comment.length > 0,
      }))
      const got = members?.map(({ name, type, requiredByApi, deprecated, undocumented }) => ({
        name,
        type,
        requiredByApi,
        deprecated,
        undocumented,
      }))
      // Members that the API requires stand first in field lists.
      expect(got).toEqual([...(wanted?.filter((m) => m.requiredByApi) ?? []), ...(wanted?.filter((m) => !m.requiredByApi) ?? [])])
    }
    const payloads = new Set<string>()
    for (const { name, request, response } of api.operations) {
      payloads.add(request).add(response)
      check(api.structures.get(request), known.get(`${name} request`))
      check(api.structures.get(response), known.get(`${name} response`))
    }
    const others = [...api.structures.values()].filter(({ name }) => !payloads.has(name))
    expect(others.length).toBeGreaterThan(400)
    // Errors of the SDK are structures of no request and no response.
    for (const structure of others) if (known.has(structure.name)) check(structure, known.get(structure.name))
    expect(others.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([])
  })

  it('every enum has the values that the SDK exports', () => {
    const seen = new Map<string, ReadonlyArray<string>>()
    for (const { type, values } of all.flatMap(membersOf)) {
      if (values !== undefined) seen.set(type.split(' ').at(-1) ?? '', values)
    }
    expect(seen.size).toBe(api.enums.size)
    for (const [name, values] of seen) expect(values).toEqual([...new Set(Object.values(sdk[name] ?? {}))].sort())
  })

  it('among them these', () => {
    const valuesIn = (name: string, member: string) =>
      all
        .filter((a) => a.name === name)
        .flatMap(membersOf)
        .find((m) => m.name === member)?.values
    expect(valuesIn('StartJobRun', 'workerType')).toEqual([
      'G.025X',
      'G.12X',
      'G.16X',
      'G.1X',
      'G.2X',
      'G.4X',
      'G.8X',
      'R.1X',
      'R.2X',
      'R.4X',
      'R.8X',
      'Standard',
      'Z.2X',
    ])
    expect(valuesIn('CreateConnection', 'connectionType')).toEqual(expect.arrayContaining(['JDBC', 'KAFKA', 'MONGODB', 'NETWORK', 'SFTP']))
    expect(valuesIn('CreateTrigger', 'type')).toEqual(['CONDITIONAL', 'EVENT', 'ON_DEMAND', 'SCHEDULED'])
    expect(valuesIn('PutDataCatalogEncryptionSettings', 'catalogEncryptionMode')).toEqual([
      'DISABLED',
      'SSE-KMS',
      'SSE-KMS-WITH-SERVICE-ROLE',
    ])
  })
})

function wordsOf(type: TypeRef): string {
  switch (type.kind) {
    case 'list':
    case 'map':
      return `${type.kind} of ${wordsOf(type.item)}${type.orString ? ', or string' : ''}`
    case 'enum':
    case 'structure':
      return type.name
    case 'literal':
      return JSON.stringify(type.value)
    case 'document':
      return 'any JSON'
    default:
      return type.kind
  }
}
