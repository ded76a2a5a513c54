import { Command } from 'commander'
import { expect, it } from 'vitest'
import { describe as describeCommand } from '../../src/cli/describe.js'
import { describeApi, describeRecord, formatApi, formatRecord } from '../../src/describe/index.js'
import { GLUE_APIS } from '../../src/index.js'
import { streamsWith } from '../support/streams.js'

async function described(names: string | ReadonlyArray<string>, options = {}, columns?: number) {
  const streams = streamsWith(columns === undefined ? {} : { columns })
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  const status = await describeCommand([names].flat(), options, command, streams)
  return { status, out: streams.out() }
}

const api = describeApi('UpdateTable')

it('describes an API, as wide as the terminal is', async () => {
  expect(api).toBeDefined()
  if (api === undefined) return
  expect(await described('UpdateTable')).toEqual({ status: 0, out: `${formatApi(api, 'text')}\n` })
  expect((await described('UpdateTable', { color: false }, 60)).out).toBe(`${formatApi(api, 'text', { width: 60 })}\n`)
  expect((await described('UpdateTable', {}, 60)).out.startsWith('\u001b[1mUpdateTable\u001b[22m\n')).toBe(true)
})

it('describes the record', async () => {
  expect((await described('record')).out).toBe(`${formatRecord(describeRecord(), 'text')}\n`)
  expect(JSON.parse((await described('record', { format: 'json' })).out)).toEqual(JSON.parse(JSON.stringify(describeRecord())))
})

it('describes in JSON', async () => {
  expect(JSON.parse((await described('UpdateTable', { format: 'json' })).out)).toEqual(JSON.parse(JSON.stringify(api)))
})

it('describes in Markdown, without colour and without a width', async () => {
  if (api === undefined) throw new Error('no API')
  const markdown = formatApi(api, 'markdown')
  expect((await described('UpdateTable', { format: 'markdown' })).out).toBe(`${markdown}\n`)
  expect((await described('UpdateTable', { format: 'markdown' }, 60)).out).toBe(`${markdown}\n`)
  expect((await described('record', { format: 'markdown' })).out).toBe(`${formatRecord(describeRecord(), 'markdown')}\n`)
  expect((await described('StartNotebook', { format: 'markdown' })).out).toContain(
    '# StartNotebook\n\n- access level: Permissions management\n\nAn action that IAM has',
  )
})

it('describes several in the order of their names, as a list in JSON', async () => {
  const data = JSON.parse((await described(['UpdateTable', 'record', 'StartNotebook'], { format: 'json' })).out)
  expect(data).toEqual(
    JSON.parse(JSON.stringify([api, describeRecord(), { name: 'StartNotebook', accessLevel: 'Permissions management' }])),
  )
  const content = (await described(['GetTable', 'UpdateTable'])).out
  expect(content.match(/^(?:Get|Update)Table$/gm)).toEqual(['GetTable', 'UpdateTable'])
})

it('describes all APIs', async () => {
  const data = JSON.parse((await described([], { all: true, format: 'json' })).out)
  expect(data).toEqual(JSON.parse(JSON.stringify(GLUE_APIS.map((name) => describeApi(name)))))
  const titles = (await described([], { all: true, format: 'markdown' })).out.match(/^# .*$/gm)
  expect(titles).toEqual(GLUE_APIS.map((name) => `# ${name}`))
})

it('wants names, or --all', async () => {
  await expect(described([])).rejects.toMatchObject({ message: 'error: name an API or record, or use --all' })
  await expect(described('GetTable', { all: true })).rejects.toMatchObject({
    message: 'error: --all is every API: name no API beside it',
  })
})

it('writes nothing where one of the names is not known', async () => {
  await expect(described(['GetTable', 'GetTabel'])).rejects.toMatchObject({
    message: 'error: no known Glue API: GetTabel\n(Did you mean GetTable?)',
  })
})

it('says what little is known of an action without an API', async () => {
  expect((await described('StartNotebook', { format: 'json' })).out).toBe(
    '{\n  "name": "StartNotebook",\n  "accessLevel": "Permissions management"\n}\n',
  )
  expect((await described('StartNotebook')).out).toContain('access level  Permissions management')
})

it.each([
  ['UpdateTabel', 'error: no known Glue API: UpdateTabel\n(Did you mean UpdateTable?)'],
  ['recrod', 'error: no known Glue API: recrod\n(Did you mean record?)'],
  ['Nonsense', 'error: no known Glue API: Nonsense'],
])('does not know %s', async (name, message) => {
  await expect(described(name)).rejects.toMatchObject({ message })
})

it('takes names in upper or lower case', async () => {
  expect((await described('updatetable')).out).toBe((await described('UpdateTable')).out)
})

it('is one line for each name in NDJSON, and for each member in CSV', async () => {
  const lines = (await described(['UpdateTable', 'record'], { format: 'ndjson' })).out.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify([api, describeRecord()])))
  const rows = (await described('GetTags', { format: 'csv' })).out.split('\r\n')
  expect(rows.slice(0, 3)).toEqual([
    'of,structure,name,type',
    'GetTags,requestParameters,resourceArn,string',
    'GetTags,responseElements,tags,map of string',
  ])
  expect((await described('record', { format: 'csv' })).out).toContain('\r\nrecord,')
})
