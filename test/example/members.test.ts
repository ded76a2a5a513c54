import { GLUE_APIS } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/codec/structure.js'
import { CATALOG_TEXTS } from '../../src/example/catalog-templates.js'
import { lookupName } from '../../src/example/enum-values.js'
import { templateOf } from '../../src/example/members.js'
import { WORK_TEXTS } from '../../src/example/work-templates.js'
import { EVENTS } from '../support/codecs.js'
import { reachable } from '../support/sample.js'

describe('templateOf', () => {
  it('prefers the members around, then the structure, then what is named, then the name alone', () => {
    const located = templateOf('partitionInput.storageDescriptor', 'StorageDescriptor', 'location')
    expect(located).toBe('s3://{bucket}/{database}/{table}/{partitionKey}={date}/')
    expect(templateOf('tableInput.storageDescriptor', 'StorageDescriptor', 'location')).toBe('s3://{bucket}/{database}/{table}/')
    expect(templateOf('tableInput.partitionKeys', 'Column', 'name')).toBe('{partitionKey}')
    expect(templateOf('storageDescriptor.columns', 'Column', 'name')).toBe('{column#}')
    expect(templateOf('.', 'CreateJob', 'name')).toBe('{job}')
    expect(templateOf('.', 'GetTags', 'resourceArn')).toContain('{glue}:job/{job}')
    expect(templateOf('.', 'GetResourcePolicy', 'resourceArn')).toBe('{glue}:catalog')
    expect(templateOf('.', 'CreateJob', 'noSuchMember')).toBeUndefined()
  })

  it('names a thing by the last word for it', () => {
    expect(templateOf('', 'UpdateGlossaryTerm', 'name')).toBe('Active {table}')
    expect(templateOf('', 'UpdateGlossary', 'name')).toBe('{team} words')
    expect(templateOf('', 'CreateGrokClassifierRequest', 'name')).toBe('{classifier}')
    expect(templateOf('', 'BatchGetWorkflows', 'names')).toBe('{workflow#}')
    expect(templateOf('', 'CreateMLTransform', 'name')).toBe('{table}-duplicates')
  })
})

describe('The lines', () => {
  const names = [...CATALOG_TEXTS, ...WORK_TEXTS].flatMap((line) => line.slice(0, line.indexOf(': ')).split(' '))

  it('are of members that the model has', () => {
    const structures = reachable(EVENTS)
    const members = new Set(structures.flatMap((codec) => fieldsOf(codec).map(({ name }) => name)))
    const inStructures = new Set(structures.flatMap((codec) => fieldsOf(codec).map(({ name }) => `${lookupName(codec.name)}.${name}`)))
    const holders = new Set([...members, ...structures.map((codec) => lookupName(codec.name)), ...GLUE_APIS])
    const unknown = names.filter((name) => {
      const [holder = '', member = ''] = name.split('.').slice(-2)
      if (!name.includes('.')) return name !== '@key' && !members.has(name)
      return !(holders.has(holder) && (member === '@key' || members.has(member))) || (/^[A-Z]/.test(holder) && !inStructures.has(name))
    })
    expect(unknown).toEqual([])
  })

  it('name no member twice', () => {
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})
