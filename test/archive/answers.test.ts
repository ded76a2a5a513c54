import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { answersOf } from '../../src/archive/answers.js'
import { actorOf } from '../../src/insight/actor.js'
import { outcomeOf } from '../../src/insight/outcome.js'
import { resourcesOf } from '../../src/insight/resources.js'
import { sensitiveIn } from '../../src/insight/sensitive.js'
import { glueCall } from '../support/records.js'
import { shown } from '../support/shown.js'

it('asks each question once', () => {
  const filed = shown(glueCall)
  expect(answersOf(filed)).toEqual({
    ...filed,
    actor: actorOf(glueCall),
    outcome: outcomeOf(glueCall),
    resources: resourcesOf(glueCall),
    sensitive: sensitiveIn(glueCall),
    payloads: {
      requestParameters: Buffer.from(JSON.stringify(glueCall.requestParameters)),
      responseElements: Buffer.from(JSON.stringify(glueCall.responseElements)),
    },
    raw: expect.any(Function),
    sha256: createHash('sha256').update(JSON.stringify(glueCall)).digest('hex'),
  })
})

it('makes the string of a record once', () => {
  const filed = shown(glueCall)
  const { raw } = answersOf(filed)
  expect(raw()).toBe(JSON.stringify(glueCall))
  filed.bytes.fill(0)
  expect(raw()).toBe(JSON.stringify(glueCall))
  expect(answersOf({ ...shown(glueCall), raw: 'at hand' }).raw()).toBe('at hand')
})
