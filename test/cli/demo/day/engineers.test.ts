import { expect, it } from 'vitest'
import { engineers, insight } from '../../../../src/cli/demo/day/engineers.js'
import { writesOf } from '../../../support/day-part.js'

it('has the unusual hour', () => {
  expect(writesOf(engineers)).toEqual([
    'StartNotebook',
    'StartCrawler',
    'StartCrawler',
    'CreateTable',
    'DeleteTable',
    'StartJobRun',
    'UpdateTable',
    'StartJobRun',
  ])
})

it('has an Insights event, which is no call', () => {
  expect(writesOf(insight)).toEqual([])
})
