import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/colour.js'
import { historyText } from '../../src/cli/history-text.js'
import { historyOf } from '../../src/insight/history.js'
import { LIFE } from '../support/orders.js'

const plain = coloursFor({}, { env: {} })

describe('historyText', () => {
  it('is a line for each call, with what it changed and what is to be known of it', () => {
    expect(historyText(historyOf(LIFE, 'sales.orders'), { width: 100, colours: plain })).toBe(
      [
        'UTC                  kind      who      via  API',
        '2024-05-01 09:00:00  CREATED   johndoe  cli  CreateTable',
        '    nothing is known of the table before this',
        '2024-05-02 09:00:00  SCHEMA    johndoe       UpdateTable',
        '    columns: +note string, id int -> bigint',
        '2024-05-03 09:00:00  UNKNOWN?  johndoe       UpdateTable',
        '    its request was too large to log',
        '    it may be about another table: it does not name one',
        '2024-05-04 09:00:00  DENIED    johndoe       DeleteTable',
        '    not done: AccessDenied',
        '2024-05-05 09:00:00  DROPPED   johndoe       DeleteTable',
        '',
      ].join('\n'),
    )
  })

  it('fits into the width', () => {
    const text = historyText(historyOf(LIFE, 'sales.orders'), { width: 44, colours: plain })
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(44)
    expect(text).toContain('    it may be about another table: it does …\n')
  })

  it('colours what was not done, and what cannot be told', () => {
    const colours = coloursFor({}, { env: {}, wanted: true })
    const lines = historyText(historyOf(LIFE, 'sales.orders'), { width: 100, colours }).split('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    const heads = lines.filter((line) => line.includes('Table')).map((line) => /^\u001b\[(\d+)m/.exec(line)?.[1])
    expect(heads).toEqual([undefined, undefined, '33', '31', undefined])
  })

  it('is nothing where there is nothing', () => {
    expect(historyText([], { width: 80, colours: plain })).toBe('')
  })
})
