import { expect, it } from 'vitest'
import { sns } from '../../../src/source/envelope/sns.js'
import { notificationOf, openedAs, snsOf } from '../../support/envelope.js'

it('is known by its items, or by its type', () => {
  expect(sns.is(snsOf('a'))).toBe(true)
  expect(sns.is(notificationOf('a'))).toBe(true)
  expect(sns.is({ Type: 'Notification' })).toBe(false)
  expect(sns.is({ Type: 'Nonsense', Message: 'a' })).toBe(false)
})

it('gives what was published', () => {
  expect(openedAs(sns, snsOf('a'))).toEqual([['inner', notificationOf('a'), ['Records', 0, 'Sns'], 'n']])
  expect(openedAs(sns, notificationOf('a'))).toEqual([
    ['message', 'n'],
    ['inner', 'a', ['Message']],
  ])
})

it.each([
  ['SubscriptionConfirmation', 'SUBSCRIPTION_CONFIRMATION'],
  ['UnsubscribeConfirmation', 'UNSUBSCRIBE_CONFIRMATION'],
])('names the notice %s', (Type, name) => {
  expect(openedAs(sns, { Type, MessageId: 'n', Message: 'You have chosen to subscribe', Token: 't' })).toEqual([
    ['message', 'n'],
    ['notice', name],
  ])
})
