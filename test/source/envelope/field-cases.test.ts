/**
 * Inputs that people have at hand, as the field cases describe them: the records that `unwrap` finds in each, or what
 * it reports instead.
 */
import { expect, it } from 'vitest'
import { formatEnvelopeIssues } from '../../../src/source/envelope/issue.js'
import { unwrap } from '../../../src/source/envelope/unwrap.js'
import { FIELD_CASES } from '../../support/field-cases.js'
import { OWN_CASES } from '../../support/own-cases.js'
import { describeShared, sharedText } from '../../support/shared.js'

async function foundIn(input: string): Promise<number | string> {
  let records = 0
  const others = new Set<string>()
  for (const content of (await unwrap(input)).flatMap(({ contents }) => contents)) {
    if (content.kind === 'RECORDS') records += content.records.length
    else if (content.kind === 'OBJECTS') others.add(`${content.objects.length} object`)
    else if (content.kind === 'NOTICE') others.add(content.notice)
    else for (const line of formatEnvelopeIssues(content.issues)) others.add(line)
  }
  return others.size > 0 ? [...others].join('; ') : records
}

const recordsIn = async (input: string): Promise<ReadonlyArray<unknown>> =>
  (await unwrap(input)).flatMap(({ contents }) => contents).flatMap((content) => (content.kind === 'RECORDS' ? content.records : []))

/** `unwrap` takes strings, which gzipped files are not. */
const CASES = FIELD_CASES.filter(({ file }) => !file.endsWith('.gz'))

describeShared('field cases', () => {
  it.each(CASES)('$file', async ({ file, records, unwrapped = records }) => {
    expect(await foundIn(sharedText(`cases/${file}`))).toBe(unwrapped)
  })
})

it.each([
  ['whole records', /^logs tail|Lake$/],
  ['rows of Athena', /Athena/],
])('holds the same records in each export of %s', async (_, name) => {
  const read = OWN_CASES.filter(({ file, message }) => message === undefined && name.test(file))
  const found = await Promise.all(read.map(({ content }) => recordsIn(content)))
  expect(found.length).toBeGreaterThan(2)
  expect(found).toEqual(found.map(() => found[0]))
})

it.each(OWN_CASES)('$file', async ({ content, records, unwrapped = records }) => {
  expect(await foundIn(content)).toBe(unwrapped)
})
