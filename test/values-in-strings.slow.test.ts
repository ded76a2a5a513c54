/**
 * No string is made of a value of a record without a guard: `String(x)`, `Number(x)`, templates, `+`, `join`,
 * `toString` and `JSON.stringify` throw for some values, such as `{"toString":1}` and deep JSON. Whether a value may be
 * one of these is decided by its type.
 */
import { expect, it } from 'vitest'
import { stringMakers } from './support/string-makers.js'

/** The places that make strings of such values, and why none of them throws. */
const GUARDED: Readonly<Record<string, string>> = {
  'src/arbitrary/log-file.ts JSON.stringify { Records: list }': 'the records are made here, of JSON',
  'src/aws/firehose-result.ts JSON.stringify raw': 'it is caught: the record fails',
  'src/cli/column.ts String cell': 'cells of a row are strings, numbers and booleans, but for the two types before',
  'src/cli/data-text.ts JSON.stringify entry': 'an entry of a summary or a history, or a description: strings, numbers and booleans',
  "src/cli/demo/chapters.ts JSON.stringify memberOf(requestParameters, 'arguments')": 'a record of the demo',
  "src/cli/demo/chapters.ts `$ memberOf(first?.record.additionalEventData, 'MFAUsed')": 'a record of the demo',
  'src/cli/demo/day/engineers.ts String mia.identity.arn': 'a caller of the demo',
  'src/cli/demo/write-trail.ts JSON.stringify { Records: records }': 'records of the demo',
  'src/cli/describe.ts JSON.stringify all || data.length > 1 ? data : data[0]': 'a description, of bounded depth',
  'src/cli/reading.ts String value': 'it is a string of the command line',
  'src/cli/repeats.ts JSON.stringify record': 'it is caught: the bytes are taken',
  'src/cli/schema.ts JSON.stringify documentOf(apis, options, command)': 'a schema that is made here',
  'src/codec/fields.ts String check': 'a function of this package',
  'src/codec/fields.ts String name': 'the name of a member that a check reads; symbols become strings here',
  'src/example/payload.ts JSON.stringify item': 'a value that is made here',
  'src/insight/canonical.ts String member': 'neither an object nor a function',
  'src/insight/policy.ts call list.map(String)': 'all are strings, booleans or numbers',
  'src/schema/event-bridge-schema.ts JSON.stringify content': 'a schema that is made here',
  'src/schema/json-schema.ts String codec': 'it is a string, null or undefined',
  'src/source/total-json.ts JSON.stringify value': 'it is caught, and printed in another way',
}

const FIXTURE = 'src/fixture.ts'
const makers = stringMakers(
  FIXTURE,
  `
interface Open { readonly name: string; readonly more: { readonly within: unknown } }
interface Closed { readonly name: string; readonly list: ReadonlyArray<string | null>; readonly next?: Closed; at(): unknown }
type Brand = string & { readonly Brand: unique symbol }
declare const a: unknown, b: any, c: object, d: Open, e: ReadonlyArray<unknown>, f: string | ReadonlyArray<string>
declare const g: string, h: Closed, i: Brand | undefined, j: number | null, k: Uint8Array
function generic<T, S extends string>(t: T, s: S) { return [String(t), String(s), JSON.stringify(t), JSON.stringify(s)] }
export const found = [
  String(a), Number(b), \`\${c} \${d.name}\`, g + f, e.join(), (b as any).toString(), c.toLocaleString(), e.toString(),
  JSON.stringify(d), JSON.stringify([a]), JSON.stringify({ c }), JSON.stringify({}), e.map(String),
]
export const fine = [
  String(g), Number(j), \`\${i} \${j}\`, g + i, [g].join(), k.toString(), JSON.stringify(h), JSON.stringify([i]), [g].map(String),
]
`,
)
const placesIn = (test: (place: string) => boolean): ReadonlyArray<string> => makers.flatMap(({ place }) => (test(place) ? [place] : []))

it('finds what is made of a value that may be anything', () => {
  expect(placesIn((place) => place.startsWith(FIXTURE)).map((place) => place.slice(FIXTURE.length + 1))).toEqual([
    'String t',
    'JSON.stringify t',
    'String a',
    'Number b',
    '`$ c',
    '+ f',
    'join e',
    'toString (b as any)',
    'toLocaleString c',
    'toString e',
    'JSON.stringify d',
    'JSON.stringify [a]',
    'JSON.stringify { c }',
    'JSON.stringify {}',
    'call e.map(String)',
  ])
})

it('finds none in the sources but what is guarded', () => {
  expect(placesIn((place) => !place.startsWith(FIXTURE)).toSorted()).toEqual(Object.keys(GUARDED).toSorted())
})
