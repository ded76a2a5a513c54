import { beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../codegen/api.js'
import { planPlacement } from '../../codegen/plan/placement.js'
import { operationText } from '../../codegen/print/operations.js'
import { registryText } from '../../codegen/print/registry.js'
import { readApi } from '../../codegen/read/api.js'
import { changelogLines, snapshotText } from '../../codegen/snapshot.js'
import { GLUE, GLUE_OVERLAYS } from '../../model/glue.js'

let api: Api

beforeAll(async () => {
  api = await readApi(GLUE, GLUE_OVERLAYS)
})

describe('readApi', () => {
  it('has every operation, each with an access level', () => {
    expect(api.operations.length).toBeGreaterThan(300)
    expect(api.operations.filter(({ access }) => access === undefined)).toEqual([])
  })

  it('knows names without a shape: 45 actions of IAM, and GetObjects', () => {
    expect(api.namesOnly).toHaveLength(46)
    expect(api.namesOnly.map(({ name }) => name)).toContain('GetObjects')
  })

  it('reports the entries of overlays that match nothing, all at once', async () => {
    expect(api.unmatched).toEqual([])
    const overlay = { evidence: 'none', sensitive: ['Nothing.Here'], notLogged: ['Column.Nothing'], access: { Read: ['Nothing'] } }
    const { unmatched } = await readApi(GLUE, [...GLUE_OVERLAYS, overlay])
    expect(unmatched).toEqual([
      'overlay: no member Nothing.Here',
      'overlay: access level of Nothing, which is not an API',
      'overlay: no member Column.Nothing',
    ])
  })
})

describe('the plan', () => {
  it('puts a structure of one operation with it, a shared one in a file, a circle into one file', () => {
    const plan = planPlacement(api)
    expect(plan.private.get('BatchStopJobRun')?.map(({ name }) => name)).toContain('BatchStopJobRunError')
    expect(plan.fileOf.get('Column')).toBe('Column')
    expect(
      plan.shared
        .get('Table')
        ?.map(({ name }) => name)
        .sort(),
    ).toEqual(['StatusDetails', 'Table', 'TableStatus'])
    expect([...plan.recursive].sort()).toEqual(['Mapping', 'SearchFilterClause', 'StatusDetails', 'Table', 'TableStatus'])
  })
})

describe('the printers', () => {
  it('take all names from the model of the service', () => {
    const other: Api = {
      service: {
        ...GLUE,
        name: 'Weather',
        source: 'weather.amazonaws.com',
        apiPage: (name) => `https://example.com/${name}`,
        guidePage: 'https://example.com',
      },
      version: 'weather 1.0.0',
      operations: [{ name: 'GetRain', request: 'GetRainRequest', response: 'GetRainResponse', access: 'Read' }],
      structures: new Map([
        [
          'GetRainRequest',
          {
            name: 'GetRainRequest',
            members: [
              {
                name: 'place',
                apiName: 'Place',
                type: { kind: 'string', sensitive: false },
                requiredByApi: true,
                mustBeThere: false,
                deprecated: false,
                comment: [],
              },
            ],
          },
        ],
        ['GetRainResponse', { name: 'GetRainResponse', members: [] }],
      ]),
      enums: new Map(),
      namesOnly: [],
      documentedNullResponses: [],
      observedNullResponses: [],
      notLogged: [],
      unmatched: [],
    }
    const [operation] = other.operations
    const content = operation ? operationText(other, planPlacement(other), operation) : ''
    expect(content).toContain('weatherCall(GetRainResponseElements)')
    expect(content).toContain(`request('GetRain', (u) => isObject(u) && optString(u.place), ".s;")`)
    expect(`${content}${registryText(other)}`.replaceAll('glue-trail', '')).not.toMatch(/glue/i)
  })
})

describe('the snapshot', () => {
  it('is sorted and gives the changelog its lines', () => {
    const before = snapshotText(api)
    const [head, ...lines] = before.trimEnd().split('\n')
    expect(head).toContain('@aws-sdk/client-glue')
    expect(lines).toEqual([...lines].sort())
    const after = before
      .replace('api StartJobRun Write\n', 'api StartJobRunFaster Write\n')
      .replace('member Column.Comment string\n', 'member Column.Comment number\n')
    expect(changelogLines(before, after)).toEqual([
      '- Added: api `StartJobRunFaster`',
      '- Removed: api `StartJobRun`',
      '- Changed: member `Column.Comment`: string is now number',
    ])
    expect(changelogLines(before, before)).toEqual([])
  })
})
