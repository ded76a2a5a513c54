import { GLUE_APIS, NAME_ONLY_APIS } from 'glue-trail'
import { expect, it } from 'vitest'
import { phraseOf as plannedPhrase } from '../../codegen/plan/phrase.js'
import { phraseOf } from '../../src/insight/phrase.js'

const inWords = (name: string): string => {
  const { past, noun, end } = phraseOf(name)
  return [past, noun, end].filter((words) => words !== '').join(' ')
}

it.each([
  ['CreateConnection', 'created connection'],
  ['CreateMLTransform', 'created ML transform'],
  ['CreateUserDefinedFunction', 'created user defined function'],
  ['CreateGlueIdentityCenterConfiguration', 'created Glue identity center configuration'],
  ['BatchDeleteTable', 'deleted tables'],
  ['BatchGetCrawlers', 'read crawlers'],
  ['GetTables', 'read tables'],
  ['GetPlan', 'read plan'],
  ['GetDataQualityResultV2', 'read data quality result'],
  ['BatchGetDataQualityResultV2', 'read data quality results'],
  ['StartMLLabelingSetGenerationTaskRun', 'started ML labeling set generation task run'],
  ['ModifyIntegration', 'modified integration'],
  ['PutResourcePolicy', 'saved resource policy'],
  ['QuerySchemaVersionMetadata', 'queried schema version metadata'],
  ['RunStatement', 'ran statement'],
  ['StopCrawler', 'stopped crawler'],
  ['TagResource', 'tagged'],
  ['UpdateColumnStatisticsForTable', 'updated column statistics for table'],
  ['RenameTable', 'renamed table'],
  ['GetNotebookInstanceStatus', 'read notebook instance status'],
  ['NotifyEvent', 'notified event'],
  ['PassConnection', 'passed connection'],
  ['SendFeedback', 'sent feedback'],
  ['GlueNotebookAuthorize', 'authorized notebook'],
  ['UpdateJobFromSourceControl', 'pulled job from source control'],
  ['GetSchemaByDefinition', 'looked up schema by definition'],
  ['NoSuchApi', 'called NoSuchApi'],
  ['constructor', 'called constructor'],
  ['', 'called'],
  [`Create${'A'.repeat(100)}`, `called Create${'A'.repeat(100)}`],
])('%s: %s', (name, phrase) => {
  expect(inWords(name)).toBe(phrase)
})

it('says what the table of all APIs says', () => {
  for (const name of [...GLUE_APIS, ...NAME_ONLY_APIS]) {
    const { present, noun, end } = phraseOf(name)
    expect(`${present} ${noun}${end === '' ? '' : ` * ${end}`}`.trim()).toBe(plannedPhrase(name) ?? `call ${name}`)
  }
})

it('has a verb for every modelled API', () => {
  expect(GLUE_APIS.filter((name) => phraseOf(name).present === 'call')).toEqual([])
  expect(GLUE_APIS.map(inWords).filter((phrase) => !/^[a-z]+( [A-Za-z]+)*$/.test(phrase))).toEqual([])
  expect(NAME_ONLY_APIS.filter((name) => phraseOf(name).present === 'call')).toEqual([])
})

it('has the past of every verb right', () => {
  const pasts = new Set(GLUE_APIS.map((name) => phraseOf(name).past))
  expect([...pasts].sort().join(' ')).toBe(
    'associated cancelled checked compared created deleted described disassociated imported listed looked modified published pulled pushed queried ran read registered removed reset resumed saved searched started stopped tagged tested untagged updated',
  )
})
