import { describeRecord } from 'glue-trail/describe'
import { describe, expect, it } from 'vitest'
import { RECORD } from '../../model/record.js'
import { CALL_MEMBERS } from '../../model/record-call.js'
import { IDENTITIES } from '../../model/record-identity.js'
import { fieldsOf } from '../../src/codec/structure.js'
import { AnyIdentity, RecordFields } from '../../src/index.js'

const description = describeRecord()
const { records, identities, structures } = description

describe('describeRecord', () => {
  it('has the three kinds of records, and every member of each', () => {
    expect(records.map(({ name }) => name)).toEqual(['CallRecord', 'InsightRecord', 'AggregatedRecord'])
    const names = records.map(({ members }) => members.map(({ name }) => name))
    expect(names[0]).toEqual([...CALL_MEMBERS.map(({ name }) => name), ...fieldsOf(RecordFields).map(({ name }) => name)])
    const modelled = (kind: string) => RECORD.structures.find(({ name }) => name === kind)?.members.map(({ name }) => name)
    expect(names[1]).toEqual(modelled('InsightRecord'))
    expect(names[2]).toEqual(modelled('AggregatedRecord'))
  })

  it('says of a member what the model says', () => {
    const member = (name: string) => records[0]?.members.find((m) => m.name === name)
    const page = 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html'
    expect(member('awsRegion')).toEqual({
      name: 'awsRegion',
      type: 'string',
      required: true,
      since: '1.0',
      undocumented: false,
      meaning: 'Region the call was made to, such as `us-east-2`. Global services name the one that logs for them, mostly `us-east-1`.',
      page,
    })
    expect(member('resources')).toMatchObject({ type: 'list of RecordResource', shape: 'RecordResource', since: '1.01', required: false })
    expect(member('requestParameters')).toMatchObject({ type: 'any JSON', since: '1.0' })
    expect(member('eventContext')).toMatchObject({ since: '1.11' })
    expect(member('annotation')).toMatchObject({ type: 'any JSON', undocumented: true })
    expect(member('annotation')).not.toHaveProperty('since')
    expect(records[1]?.members.find(({ name }) => name === 'eventName')).toMatchObject({ type: 'absent', required: false })
    expect(records[1]?.members.find(({ name }) => name === 'eventCategory')).toMatchObject({ type: '"Insight"', required: true })
  })

  it('lists every object inside, once, and no other', () => {
    const spokenOf = [...records, ...structures].flatMap(({ members }) => members.flatMap(({ shape }) => shape ?? []))
    expect(structures.map(({ name }) => name).sort()).toEqual([...new Set(spokenOf)].sort())
    expect(structures.find(({ name }) => name === 'AnyIdentity')?.members.map(({ name }) => name)).toEqual(
      fieldsOf(AnyIdentity).map(({ name }) => name),
    )
    expect(
      structures
        .find(({ name }) => name === 'InScopeOf')
        ?.members.filter((m) => m.undocumented)
        .map(({ name }) => name),
    ).toEqual(['credentialsIssuedToVersion'])
  })

  it('has the twelve identities', () => {
    expect(identities.map(({ type }) => type).join(' ')).toBe(
      'Root IAMUser AssumedRole Role FederatedUser Directory AWSAccount AWSService IdentityCenterUser Unknown SAMLUser WebIdentityUser',
    )
    expect(identities[5]).toEqual({
      type: 'Directory',
      name: 'DirectoryIdentity',
      meaning: 'A request to a directory-backed service, such as WorkDocs, whose caller could not be identified further.',
      page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html',
      members: [{ name: 'userName', meaning: 'May be present: an account alias or an e-mail address of the account.' }],
    })
    expect(identities.map(({ members }) => members.length)).toEqual(IDENTITIES.map(({ members }) => Object.keys(members).length))
  })

  it('has a meaning and a page for everything, in the words of the model', () => {
    const members = [...records, ...structures].flatMap((structure) => [structure, ...structure.members])
    expect(members.filter(({ meaning, page }) => meaning === '' || !page.startsWith('https://docs.aws.amazon.com/'))).toEqual([])
    const words = new Set([...CALL_MEMBERS, ...RECORD.structures.flatMap((s) => [...s.members])].map(({ meaning }) => meaning))
    const said = [...records, ...structures].flatMap((s) => s.members).filter(({ name }) => name !== 'type')
    expect(said.filter(({ meaning }) => !words.has(meaning))).toEqual([])
  })

  it('is plain data, the same each time', () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description)
    expect(describeRecord()).toEqual(description)
  })
})
