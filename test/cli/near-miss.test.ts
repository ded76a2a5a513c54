import { describe, expect, it } from 'vitest'
import { nearMiss } from '../../src/cli/near-miss.js'

const APIS = ['CreateTable', 'DeleteTable', 'GetTable', 'GetTables']

describe('nearMiss', () => {
  it.each([
    ['CreatTable', '(Did you mean CreateTable?)'],
    ['GetTablse', '(Did you mean one of GetTable, GetTables?)'],
    ['GetTabel', '(Did you mean GetTable?)'],
    ['createtable', '(Did you mean CreateTable?)'],
    ['StartJobRun', ''],
    ['--help', ''],
    ['', ''],
  ])('%j', (word, suggestion) => {
    expect(nearMiss(word, APIS)).toBe(suggestion)
  })
})
