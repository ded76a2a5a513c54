import { expect, it } from 'vitest'
import { formOf, isContent } from '../../../src/source/envelope/text-form.js'

const valuesOf = (content: string): unknown => {
  const form = formOf(content)
  return 'received' in form ? form.received : [...form.values].map(({ value }) => value)
}

it.each([
  ['{}{}', [{}, {}]],
  ['{"a":1}\nbroken\n{"b":2}', [{ a: 1 }, undefined, { b: 2 }]],
  ['2024-05-14T16:00:00.000000+00:00 stream {"a":1}\n2024-05-14T16:00:01Z stream {"b":2}\n', [{ a: 1 }, { b: 2 }]],
  ['2024-05-14T16:00:00 {"a":1}\n2024-05-14T16:00:01 {"b":2}\n', [{ a: 1 }, { b: 2 }]],
  ['2024-05-14T16:00:00+00:00 stream \n{\n    "a": 1\n}\n2024-05-14T16:00:01.5+00:00 stream \n[\n    2\n]\n', [{ a: 1 }, [2]]],
  ['2024-05-14T16:00:00+00:00 s\n{}\n2024-05-14T16:00:01+00:00 s text\n2024-05-14T16:00:01+00:00 s\n{', [{}, undefined, undefined]],
  ['"eventJson"\n"{""a"":1}"\n"eventJson"\n"{""b"":2}"\n', [{ a: 1 }, { b: 2 }]],
  ['@timestamp,@message\n2024,"{""a"":1}"\n2025,x\n', [{ a: 1 }, undefined]],
])('finds the values of %j', (content, values) => {
  expect(valuesOf(content)).toEqual(values)
})

it.each([
  [' ', 'nothing'],
  ['Event name,Event time\nDeleteTable,2024\n', "the console's CSV, which has no records: download JSON instead"],
  [
    '"eventversion","eventsource","eventname"\n"1.10","glue.amazonaws.com","GetTable"\n',
    'rows of Athena without the column useridentity: select it as well',
  ],
  [
    'eventSource,eventName\nglue.amazonaws.com,GetTable\n',
    'flat columns of CloudTrail Lake, which are not read: select eventJson, or read the log files instead',
  ],
  ["[{'eventName': 'GetTable'}]", 'text with single quotes, which is not JSON'],
  ['// a comment\n{"a":1,}', 'text with comments, which is not JSON'],
  ['{"a":1,}', 'another string'],
  ['May 14 16:14:13 host app: {"a":1}', 'lines with text before the JSON'],
  ['a,b\n1,2', 'another string'],
  ['words', 'another string'],
])('names what %j is', (content, received) => {
  expect(valuesOf(content)).toBe(received)
})

it('takes strings, objects and lists for content', () => {
  expect(['', {}, [], null, undefined, 5].map(isContent)).toEqual([true, true, true, false, false, false])
})

it('reads no rows with more cells than their length allows', () => {
  const columns =
    'useridentity,eventtime,eventsource,eventname,awsregion,errorcode,errormessage,requestparameters,responseelements,eventid,recipientaccountid'
  const rows = (row: string, count: number): unknown => valuesOf(`${columns}\n${row.repeat(count)}`)
  expect(rows(`${','.repeat(10)}\n`, 100_000)).toBe(
    'rows with too many cells; expected at most 1000000 values, or one for each 16 characters',
  )
  expect(rows(`"${'"",'.repeat(60)}"${','.repeat(10)}\n`, 10_000)).toHaveLength(10_000)
})
