/**
 * What names a call and holds its payloads. Each family of events types these members in its own way, so that they stand in no structure of the
 * record's model; here is what they mean in all of them. So does the `type` of an identity, which each variant has as a literal.
 */
import type { MemberModel } from './types.js'

/** The members of a call that `RecordFields` does not have. */
export const CALL_MEMBERS: ReadonlyArray<MemberModel> = [
  {
    name: 'eventSource',
    type: 'string',
    required: true,
    since: '1.0',
    meaning: 'Host name of the service that was called, such as `glue.amazonaws.com`.',
    page: 'recordContents',
  },
  {
    name: 'eventName',
    type: 'string',
    required: true,
    since: '1.0',
    meaning: 'The API that was called, spelled as AWS spells it, or what a service did. Names that no public API has occur as well.',
    page: 'recordContents',
  },
  {
    name: 'requestParameters',
    type: 'document',
    since: '1.0',
    meaning:
      'What was asked for: the members of the API, their first letters lowered. Null where nothing was given or the call was denied; above 100 KB replaced by an object with `omitted`.',
    page: 'recordContents',
  },
  {
    name: 'responseElements',
    type: 'document',
    since: '1.0',
    meaning: 'What was answered, where the call changed something; null for most reads. Above 100 KB replaced by an object with `omitted`.',
    page: 'recordContents',
  },
]

/** The member by which identities are told apart. */
export const IDENTITY_TYPE: MemberModel = {
  name: 'type',
  type: 'string',
  since: '1.0',
  meaning: 'Kind of the identity: one of the documented ones, each described on its own, and open to others. May be missing.',
  page: 'userIdentity',
}
