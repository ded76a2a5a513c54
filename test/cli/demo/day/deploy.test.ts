import { expect, it } from 'vitest'
import { deploy, replica } from '../../../../src/cli/demo/day/deploy.js'
import { writesOf } from '../../../support/day-part.js'

it('has a new database and what uses it', () => {
  expect(writesOf(deploy)).toEqual([
    'CreateDatabase',
    'CreateTable',
    'CreateConnection',
    'CreateCrawler',
    'CreateJob',
    'CreateTrigger',
    'CreateDatabase',
  ])
})

it('has a replica, which a partner reads', () => {
  expect(writesOf(replica)).toEqual(['CreateDatabase', 'CreateTable', 'PutResourcePolicy'])
})
