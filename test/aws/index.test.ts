import { expect, it } from 'vitest'
import * as aws from '../../src/aws/index.js'

it('hands on these', () => {
  expect(Object.keys(aws).sort()).toEqual([
    'OptionError',
    'awsKeys',
    'backfill',
    'consumeTrail',
    'formatMessageFailure',
    'lambdaHandler',
    'listTrail',
    'readTrail',
    'trailStore',
  ])
})
