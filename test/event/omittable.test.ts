import { CloudTrailRecord, isOmitted } from 'glue-trail'
import { expect, it } from 'vitest'
import { OMITTABLE } from '../../src/event/omitted.js'
import { glueCall } from '../support/records.js'

it('names members of the record in whose place the note conforms', () => {
  for (const member of OMITTABLE) {
    const note = { reason: `${member} too large`, omitted: 'true', originalSize: '149893' }
    expect(isOmitted(note)).toBe(true)
    expect(CloudTrailRecord.is({ ...glueCall, [member]: note })).toBe(true)
  }
})
