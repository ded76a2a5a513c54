import { describe, expect, it } from 'vitest'
import { nearMiss } from '../../src/cli/near-miss.js'

const APIS = ['CreateTable', 'DeleteTable', 'GetTable', 'GetTables']

describe('nearMiss', () => {
  it.each([
    ['CreatTable', '(Did you mean CreateTable?)'],
    ['GetTablse', '(Did you mean one of GetTable, GetTables?)'],
    ['GetTabel', '(Did you mean GetTable?)'],
    ['createtable', '(Did you mean CreateTable?)'],
    ['Create', '(Did you mean CreateTable?)'],
    ['GetTab', '(Did you mean one of GetTable, GetTables?)'],
    ['StartJobRun', ''],
    ['--help', ''],
    ['', ''],
  ])('%j', (word, suggestion) => {
    expect(nearMiss(word, APIS)).toBe(suggestion)
  })

  it('names what a word abbreviates before what is spelled like it, unless it abbreviates many', () => {
    expect(nearMiss('--form', ['--from', '--format'])).toBe('(Did you mean --format?)')
    expect(nearMiss('--fro', ['--from', '--format'])).toBe('(Did you mean --from?)')
    expect(nearMiss('Tabl', ['Table', 'TableA', 'TableB', 'TableC'])).toBe('(Did you mean Table?)')
  })
})
