import { describe, expect, it } from 'vitest'
import { platformOf } from '../../src/example/platform.js'

const platforms = Array.from({ length: 200 }, (_, seed) => platformOf(seed))

describe('platformOf', () => {
  it('is the same for the same seed', () => {
    expect(platformOf('a')).toEqual(platformOf('a'))
    expect(platformOf(1)).toEqual(platformOf('1'))
    expect(platformOf(1)).not.toEqual(platformOf(2))
  })

  it('has a partition that fits its region', () => {
    const partitions = new Map(platforms.map(({ region, partition, domain }) => [region, `${partition} ${domain}`]))
    expect(partitions.size).toBe(12)
    for (const [region, partition] of partitions) {
      expect(partition).toBe(
        region === 'cn-north-1' ? 'aws-cn amazonaws.com.cn' : region === 'us-gov-west-1' ? 'aws-us-gov amazonaws.com' : 'aws amazonaws.com',
      )
    }
  })

  it('is of an account that AWS uses in examples, and shares with another one', () => {
    const accounts = ['111122223333', '123456789012', '444455556666', '777788889999', '210987654321', '555555555555']
    for (const { account, words } of platforms) {
      expect(accounts).toContain(account)
      expect(accounts).toContain(words.partner?.[0])
      expect(words.partner).not.toEqual([account])
    }
  })

  it('has a name for everything, and as many types as columns', () => {
    for (const { words } of platforms) {
      for (const [word, names] of Object.entries(words)) {
        expect(names.length, word).toBeGreaterThan(0)
        for (const name of names) expect(name, word).toMatch(/^\S+$/)
      }
      expect(words.columnType).toHaveLength(words.column?.length ?? 0)
      expect(words.table).toHaveLength(3)
    }
  })
})
