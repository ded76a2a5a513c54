import { expect, it } from 'vitest'
import { ACCOUNT, root } from '../../../src/cli/demo/people.js'
import { scribe } from '../../../src/cli/demo/scribe.js'

it('writes calls into files by region and time of delivery', () => {
  const { file, at, glue, files } = scribe(1)
  file('eu-central-1', '0610')
  at('06:00:00')
  glue(root, 'GetDatabases', null)
  const [written, ...others] = files()
  expect(others).toEqual([])
  expect(written?.key).toMatch(
    new RegExp(`^AWSLogs/${ACCOUNT}/CloudTrail/eu-central-1/2024/05/14/${ACCOUNT}_CloudTrail_eu-central-1_20240514T0610Z_`),
  )
  expect(written?.records).toMatchObject([{ eventName: 'GetDatabases', awsRegion: 'eu-central-1', readOnly: true }])
})
