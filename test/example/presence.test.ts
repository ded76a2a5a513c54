import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/codec/structure.js'
import { chance } from '../../src/example/chance.js'
import { lookupName } from '../../src/example/enum-values.js'
import { type Choice, HABITS, presentOf } from '../../src/example/presence.js'
import { EVENTS } from '../support/codecs.js'
import { reachable } from '../support/sample.js'

const structures = reachable(EVENTS)

function fieldsNamed(name: string): ReturnType<typeof fieldsOf> {
  const codec = structures.find((structure) => structure.name === name)
  if (codec === undefined) throw new TypeError(`no structure ${name}`)
  return fieldsOf(codec)
}

/** The names that are present in each of many draws. */
function drawn(name: string, choice: Partial<Choice> = {}): ReadonlyArray<ReadonlyArray<string>> {
  const fields = fieldsNamed(name)
  return Array.from({ length: 300 }, (_, seed) =>
    presentOf(lookupName(name), fields, { draw: chance(seed), depth: 0, isRecursive: () => false, ...choice }).map((field) => field.name),
  )
}

const ever = (all: ReadonlyArray<ReadonlyArray<string>>): ReadonlySet<string> => new Set(all.flat())

describe('presentOf', () => {
  it('has what the API requires and what callers always send', () => {
    for (const names of drawn('CreateJobRequestParameters')) {
      expect(names).toEqual(expect.arrayContaining(['name', 'role', 'command', 'glueVersion', 'workerType', 'numberOfWorkers']))
    }
  })

  it('has all others now and then, but for what is deprecated or used in place of others', () => {
    const names = ever(drawn('CreateJobRequestParameters'))
    const left = fieldsNamed('CreateJobRequestParameters').filter(({ name }) => !names.has(name))
    expect(left.map(({ name }) => name)).toEqual(['allocatedCapacity', 'maxCapacity'])
  })

  it('keeps the order of the model', () => {
    const order = fieldsNamed('TableInput').map(({ name }) => name)
    for (const names of drawn('TableInput')) expect(names).toEqual(order.filter((name) => names.includes(name)))
  })

  it('sends rare members rarely', () => {
    const sent = drawn('GetPartitionsRequestParameters').filter((names) => names.includes('transactionId')).length
    expect(sent).toBeGreaterThan(5)
    expect(sent).toBeLessThan(60)
  })

  it('chooses one of structures that are alternatives', () => {
    for (const names of drawn('CreateClassifierRequestParameters')) expect(names).toHaveLength(1)
    expect(ever(drawn('CreateClassifierRequestParameters')).size).toBe(4)
    expect(ever(drawn('CrawlerTargets', { depth: 1 }))).toEqual(
      new Set(['s3Targets', 'jdbcTargets', 'dynamoDBTargets', 'catalogTargets', 'deltaTargets', 'icebergTargets']),
    )
  })

  it('sends no empty structure', () => {
    for (const names of drawn('LakeFormationConfiguration', { depth: 2 })) expect(names.length).toBeGreaterThan(0)
  })

  it('does not follow a structure into itself', () => {
    const names = ever(drawn('SearchFilterClause', { depth: 2, isRecursive: ({ kind }) => kind === 'list' }))
    expect(names).toEqual(new Set(['attributeFilter', 'mapFilter']))
  })

  it('answers what was asked, and whatever no request says', () => {
    const answers: Choice['answers'] = ({ name }) => (name === 'extraJarsS3Path' ? false : name === 'vpcId' ? undefined : true)
    for (const names of drawn('CreateDevEndpointResponseElements', { answers })) {
      expect(names).toContain('vpcId')
      expect(names).not.toContain('extraJarsS3Path')
    }
  })
})

describe('The habits', () => {
  it('are of structures and members that the model has', () => {
    const unknown = HABITS.flatMap((line) => {
      const [structure = '', ...members] = line.split(' ')
      const fields = structures.filter(({ name }) => lookupName(name) === structure).flatMap((codec) => fieldsOf(codec))
      const names = new Set(['?', '-*', ...fields.flatMap(({ name }) => [name, `-${name}`])])
      return members.filter((member) => !names.has(member)).map((member) => `${structure}.${member}`)
    })
    expect(unknown).toEqual([])
    expect(new Set(HABITS.map((line) => line.split(' ')[0])).size).toBe(HABITS.length)
  })
})
