import { expect, it } from 'vitest'
import { eventBridge } from '../../../src/source/envelope/event-bridge.js'
import { eventOf, openedAs, RECORD } from '../../support/envelope.js'

const detail = { bucket: { name: 'trails' }, object: { key: 'a+b%20c', size: 1, 'version-id': 'v' } }
const object = { bucket: 'trails', key: 'a+b%20c', version: 'v', size: 1, region: 'us-east-1' }

it('is known by its type and detail', () => {
  expect(eventBridge.is(eventOf(RECORD))).toBe(true)
  expect(eventBridge.is([eventOf(RECORD)])).toBe(true)
  expect(eventBridge.is({ 'detail-type': 'x' })).toBe(false)
})

it.each([
  'AWS API Call via CloudTrail',
  'AWS Console Signin via CloudTrail',
  'AWS Console Sign In via CloudTrail',
  'AWS Console Action via CloudTrail',
  'AWS Service Event via CloudTrail',
  'AWS Insight via CloudTrail',
])('gives the record of %s', (type) => {
  expect(openedAs(eventBridge, eventOf(RECORD, type))).toEqual([
    ['message', 'e'],
    ['records', [RECORD]],
  ])
})

it('leaves keys alone', () => {
  expect(openedAs(eventBridge, eventOf(detail, 'Object Created', 'aws.s3'))).toEqual([
    ['message', 'e'],
    ['objects', [object]],
  ])
  expect(openedAs(eventBridge, eventOf(detail, 'Object Deleted', 'aws.s3'))).toEqual([
    ['message', 'e'],
    ['notice', 'OTHER_OBJECT_EVENT', object],
  ])
})

it('names events that hold no record', () => {
  expect(openedAs(eventBridge, eventOf({ state: 'terminated' }, 'EC2 Instance State-change Notification'))).toEqual([
    ['message', 'e'],
    ['notice', 'OTHER_EVENT'],
  ])
})

it('reports an event of CloudTrail that holds no record', () => {
  expect(openedAs(eventBridge, eventOf({ hello: 'world' }))).toEqual([
    ['message', 'e'],
    ['broken', 'UNKNOWN_ENVELOPE', ['detail'], 'a CloudTrail record', 'something else'],
  ])
})

it('refuses a source that others than AWS may send', () => {
  const broken = ['broken', 'FOREIGN_SOURCE', ['source'], 'a source of AWS, such as aws.glue', 'another source']
  for (const source of ['my.app', 'aws', 'awsx.glue', 'AWS.glue', ' aws.glue', 'aws.partner/example.com/orders']) {
    expect(openedAs(eventBridge, eventOf(RECORD, 'AWS API Call via CloudTrail', source)), source).toEqual([['message', 'e'], broken])
  }
  expect(openedAs(eventBridge, eventOf(detail, 'Object Created', 'my.app'))).toEqual([['message', 'e'], broken])
  const { source: _, ...without } = eventOf(RECORD) as Record<string, unknown>
  expect(openedAs(eventBridge, without)).toEqual([
    ['message', 'e'],
    [...broken.slice(0, -1), 'nothing'],
  ])
})

it('opens a record that a rule left alone under detail', () => {
  expect(eventBridge.is({ detail: RECORD })).toBe(true)
  expect(eventBridge.is({ detail: { state: 'terminated' } })).toBe(false)
  expect(openedAs(eventBridge, { detail: RECORD })).toEqual([
    ['message', undefined],
    ['records', [RECORD]],
  ])
})

it('opens each event of a list', () => {
  expect(openedAs(eventBridge, [eventOf(RECORD), 5])).toEqual([
    ['inner', eventOf(RECORD), [0], 'e'],
    ['inner', 5, [1], undefined],
  ])
})
