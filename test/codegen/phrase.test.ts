import { expect, it } from 'vitest'
import { phraseOf } from '../../codegen/plan/phrase.js'

it.each([
  ['CreateTable', 'create table'],
  ['BatchDeleteTable', 'delete tables'],
  ['BatchGetCrawlers', 'read crawlers'],
  ['ListMLTransforms', 'list ML transforms'],
  ['CreateGlueIdentityCenterConfiguration', 'create Glue identity center configuration'],
  ['PutResourcePolicy', 'save resource policy'],
  ['TagResource', 'tag'],
  ['NotifyEvent', 'notify event'],
  ['UpdateJobFromSourceControl', 'pull job * from source control'],
  ['NoSuchApi', undefined],
  ['createTable', undefined],
  ['', undefined],
])('%s: %s', (name, phrase) => {
  expect(phraseOf(name)).toBe(phrase)
})
