import { expect, it } from 'vitest'
import { evening } from '../../../../src/cli/demo/day/evening.js'
import { writesOf } from '../../../support/day-part.js'

it('has a table that is dropped while it is in use', () => {
  expect(writesOf(evening)).toEqual(['DeleteTable', 'DeleteTable', 'DeleteJob', 'DeleteCrawler', 'StartDataQualityRulesetEvaluationRun'])
})
