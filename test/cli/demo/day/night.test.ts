import { expect, it } from 'vitest'
import { night } from '../../../../src/cli/demo/day/night.js'
import { writesOf } from '../../../support/day-part.js'

it('has a crawl and the job that follows it', () => {
  expect(writesOf(night)).toEqual(['StartCrawler', 'BatchCreatePartition', 'StartJobRun', 'UpdateTable', 'BatchCreatePartition'])
})
