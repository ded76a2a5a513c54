import { GLUE_APIS, NAME_ONLY_APIS } from 'glue-trail'
import { expect, it } from 'vitest'
import { phraseOf } from '../../src/insight/phrase.js'

const text = (name: string): string => {
  const { past, noun } = phraseOf(name)
  return `${past} ${noun}`.trim()
}

it.each([
  ['CreateConnection', 'created connection'],
  ['CreateMLTransform', 'created ML transform'],
  ['CreateUserDefinedFunction', 'created user defined function'],
  ['CreateGlueIdentityCenterConfiguration', 'created Glue identity center configuration'],
  ['BatchDeleteTable', 'deleted tables'],
  ['BatchGetCrawlers', 'read crawlers'],
  ['GetTables', 'read tables'],
  ['GetPlan', 'generated plan'],
  ['ModifyIntegration', 'modified integration'],
  ['PutResourcePolicy', 'set resource policy'],
  ['QuerySchemaVersionMetadata', 'queried metadata of schema version'],
  ['RunStatement', 'ran statement'],
  ['StopCrawler', 'stopped crawler'],
  ['TagResource', 'tagged'],
  ['UpdateColumnStatisticsForTable', 'updated column statistics of table'],
  ['RenameTable', 'renamed table'],
  ['GetNotebookInstanceStatus', 'read notebook instance status'],
  ['NotifyEvent', 'called NotifyEvent'],
  ['NoSuchApi', 'called NoSuchApi'],
  ['constructor', 'called constructor'],
])('%s: %s', (name, phrase) => {
  expect(text(name)).toBe(phrase)
})

it('has a verb for every modelled API', () => {
  expect(GLUE_APIS.filter((name) => phraseOf(name).present === 'call')).toEqual([])
  expect(GLUE_APIS.map(text).filter((phrase) => !/^[a-z]+( [A-Za-z]+)*$/.test(phrase))).toEqual([])
  expect(NAME_ONLY_APIS.filter((name) => phraseOf(name).present === 'call')).toHaveLength(15)
})

it('has the past of every verb right', () => {
  const pasts = new Set(GLUE_APIS.map((name) => phraseOf(name).past))
  expect([...pasts].sort().join(' ')).toBe(
    'associated cancelled checked compared created deleted derived described disassociated generated imported listed looked modified published pulled pushed put queried ran read registered removed reset resumed searched set started stopped tagged tested untagged updated',
  )
})
