import { describe, expect, it } from 'vitest'
import { accessLevelOf, isNullResponseApi, nullResponseOf, sensitivePathsOf } from '../../src/event/registry.js'
import { ACCESS_LETTERS, GLUE_APIS, NAME_ONLY_APIS, NULL_RESPONSE_APIS } from '../../src/generated/registry.js'

describe('accessLevelOf', () => {
  it.each([
    ['CreateTable', 'Write'],
    ['GetTable', 'Read'],
    ['ListJobs', 'List'],
    ['TagResource', 'Tagging'],
    ['PutResourcePolicy', 'Permissions management'],
    ['ListConnectionTypes', 'List'],
    ['ListEntities', 'List'],
    ['DescribeConnectionType', 'Read'],
    ['DescribeEntity', 'Read'],
    ['StartNotebook', 'Permissions management'],
    ['AssociateGlossaryTerms', 'Write'],
    ['GetObjects', undefined],
    ['Nonsense', undefined],
    ['', undefined],
  ])('%s: %s', (name, level) => {
    expect(accessLevelOf(name)).toBe(level)
  })

  it('knows every modelled API, and has a letter for every name', () => {
    expect(GLUE_APIS.filter((name) => accessLevelOf(name) === undefined)).toEqual([])
    expect(ACCESS_LETTERS).toHaveLength(GLUE_APIS.length + NAME_ONLY_APIS.length)
  })
})

describe('null responses', () => {
  it('are the 31 that AWS names, and no rule for the rest', () => {
    expect(NULL_RESPONSE_APIS).toHaveLength(31)
    expect(NULL_RESPONSE_APIS.every(isNullResponseApi)).toBe(true)
    expect(NULL_RESPONSE_APIS).toContain('CreateScript')
    expect(NULL_RESPONSE_APIS.filter((name) => !(GLUE_APIS as ReadonlyArray<string>).includes(name))).toEqual(['GetObjects'])
    expect(isNullResponseApi('GetTags')).toBe(false)
  })

  it.each([
    ['GetTable', 'DOCUMENTED'],
    ['GetObjects', 'DOCUMENTED'],
    ['CreateScript', 'DOCUMENTED'],
    ['CreateConnection', 'OBSERVED'],
    ['DeleteCrawler', 'NO_OUTPUT'],
    ['GetTags', 'LIKELY'],
    ['ListJobs', 'LIKELY'],
    ['StartJobRun', undefined],
    ['Nonsense', undefined],
  ])('%s: %s', (name, basis) => {
    expect(nullResponseOf(name)).toBe(basis)
  })
})

describe('sensitivePathsOf', () => {
  it('follows lists, maps and recursion once', () => {
    expect(sensitivePathsOf('StartJobRun')).toEqual(['requestParameters.arguments'])
    expect(sensitivePathsOf('GetConnections')).toContain('responseElements.connectionList[].connectionProperties')
    expect(sensitivePathsOf('GetStatement')).toContain('responseElements.statement.code')
    expect(sensitivePathsOf('GetTables').length).toBeLessThan(50)
    expect(sensitivePathsOf('Nonsense' as 'GetTable')).toEqual([])
  })

  it('is sorted and says each once', () => {
    for (const name of GLUE_APIS) {
      const paths = sensitivePathsOf(name)
      expect(paths).toEqual([...new Set(paths)].sort())
    }
  })
})
