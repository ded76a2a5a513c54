import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { ARCHIVE_NAMES, cellsOf, columnList, columnsIn } from '../../src/cli/column.js'
import { aggregated, glueCall } from '../support/records.js'
import { shown } from '../support/shown.js'

const command = () => new Command('decode').exitOverride().configureOutput({ writeErr: () => undefined })

describe('columnsIn', () => {
  it('takes labels and columns of an archive', () => {
    expect(columnsIn(['time', 'actor', ...ARCHIVE_NAMES], command())).toEqual(['time', 'actor', ...ARCHIVE_NAMES])
    expect(columnsIn(undefined, command())).toBe(undefined)
  })

  it('refuses a list without names', () => {
    expect(() => columnsIn([], command())).toThrow("error: '--columns' needs names, such as time,actor,api")
  })

  it('refuses other names, with the nearest one', () => {
    expect(() => columnsIn(['time', 'actr'], command())).toThrow("error: no column is named 'actr'\n(Did you mean actor?)")
    expect(() => columnsIn(['frobnicate'], command())).toThrow("error: no column is named 'frobnicate'; glue-trail table lists them")
  })
})

it('lists all columns with their meanings, as wide as the terminal', () => {
  const lines = columnList(80).split('\n')
  expect(lines.slice(0, 3)).toEqual([
    'time                   Time of the call; of an aggregated record the start of',
    '                       its window.',
    'actor                  Caller: a user, a service, or role/session.',
  ])
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  expect(lines).toContain('issues                 Where the record does not match the model, separated by')
  expect(lines).toContain('                       semicolons; never a value. At most 64 KiB.')
  expect(lines.flatMap((line) => /^\w+/.exec(line)?.[0] ?? [])).toEqual([
    'time',
    'actor',
    'api',
    'resource',
    'via',
    'address',
    ...ARCHIVE_NAMES,
  ])
})

describe('cellsOf', () => {
  it('has the cells in the order of the names', () => {
    expect([...cellsOf(shown(glueCall), ['api', 'time', 'event_source', 'resource', 'index'])]).toEqual([
      'StartJobRun',
      '2024-05-14T06:10:00Z',
      'glue.amazonaws.com',
      'nightly',
      '0',
    ])
  })

  it('has the time of a window', () => {
    expect([...cellsOf(shown(aggregated), ['time'])]).toEqual(['2024-05-14T06:10:00Z'])
  })
})
