import { describe, expect, it } from 'vitest'
import {
  failOnOption,
  formatOption,
  listed,
  listText,
  positive,
  separated,
  withColour,
  withExplain,
  withInput,
  withKnownOnly,
  withSelection,
  withVerify,
  withWorkers,
} from '../../src/cli/option-groups.js'
import { newCommand } from '../../src/cli/usage.js'
import { FILTER_FIELD_NAMES } from '../../src/filter/field-names.js'

describe('values', () => {
  it('are collected, in their order', () => {
    expect(listed('b', listed('a,c'))).toEqual(['a,c', 'b'])
    expect(separated(' b,,c ', separated('a'))).toEqual(['a', 'b', 'c'])
  })

  it('are counts from 1 on', () => {
    expect(positive('20')).toBe(20)
    for (const value of ['0', '-1', '1.5', 'x', '', ' 5', '1e3', '0x2', '9007199254740992'])
      expect(() => positive(value)).toThrow('It must be a whole number, at least 1.')
  })

  it('are listed in sentences', () => {
    expect(listText(['a', 'b', 'c'])).toBe('a, b or c')
  })
})

describe('options', () => {
  it('name their choices', () => {
    expect(formatOption().description).toBe('table, ndjson, json or csv')
    expect(formatOption(['parquet']).argChoices).toEqual(['table', 'ndjson', 'json', 'csv', 'parquet'])
    expect(failOnOption(['invalid']).description).toBe('invalid')
    expect(failOnOption(['denied', 'broken']).description).toBe('denied, broken')
    expect(() => failOnOption(['denied']).parseArg?.('broken', [])).toThrow('Allowed choices are denied.')
  })

  it('have one per field of the filter', () => {
    const names = withSelection(newCommand('decode')).options.map(({ long }) => long)
    expect(names).toEqual(FILTER_FIELD_NAMES.map((name) => `--${name}`))
  })

  it('are in the help, some with another in one line', () => {
    const help = withColour(withExplain(withSelection(withVerify(withWorkers(withInput(newCommand('decode'))))))).helpInformation()
    for (const name of ['keys', 'record', 'workers', 'public-keys', 'signatures', 'source', 'via']) expect(help).toContain(`\n  --${name} `)
    for (const pair of ['--verify, --verified-only', '--from, --to <time>', '--account, --region <name>', '--errors, --denied'])
      expect(help).toContain(`\n  ${pair} `)
    for (const pair of ['--follow-links, --strict', '--reads, --writes', '--known-only, --explain', '--color, --no-color'])
      expect(help).toContain(`\n  ${pair} `)
    expect(withKnownOnly(newCommand('summary')).helpInformation()).toContain('\n  --known-only ')
  })

  it('do not go together where one excludes the other', () => {
    const command = withExplain(newCommand('decode')).configureOutput({ writeErr: () => {} })
    expect(() => command.parse(['--known-only', '--explain'], { from: 'user' })).toThrow(
      "option '--explain' cannot be used with option '--known-only'",
    )
  })
})
