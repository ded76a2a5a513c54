import { Command } from 'commander'
import { expect, it } from 'vitest'
import { describe as describeCommand } from '../../src/cli/describe.js'
import { describeApi, describeRecord, formatApi, formatRecord } from '../../src/schema/index.js'
import { streamsWith } from '../support/streams.js'

async function described(name: string, options = {}, columns?: number) {
  const streams = streamsWith(columns === undefined ? {} : { columns })
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  const status = await describeCommand(name, options, command, streams)
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
  expect(JSON.parse((await described('record', { json: true })).out)).toEqual(JSON.parse(JSON.stringify(describeRecord())))
})

it('describes in JSON', async () => {
  expect(JSON.parse((await described('UpdateTable', { json: true })).out)).toEqual(JSON.parse(JSON.stringify(api)))
})

it('says what little is known of an action without an API', async () => {
  expect((await described('StartNotebook', { json: true })).out).toBe(
    '{\n  "name": "StartNotebook",\n  "accessLevel": "Permissions management"\n}\n',
  )
  expect((await described('StartNotebook')).out).toContain('access level  Permissions management')
})

it.each([
  ['UpdateTabel', 'error: no API of Glue is known as UpdateTabel\n(Did you mean UpdateTable?)'],
  ['updatetable', 'error: no API of Glue is known as updatetable\n(Did you mean UpdateTable?)'],
  ['recrod', 'error: no API of Glue is known as recrod\n(Did you mean record?)'],
  ['Nonsense', 'error: no API of Glue is known as Nonsense'],
])('does not know %s', async (name, message) => {
  await expect(described(name)).rejects.toMatchObject({ message })
})
