/**
 * The members that name a call and hold its payloads. Each family of events has its own types for them, so they are not
 * in a structure of the record's model; their meanings are here. The same holds for the `type` of an identity, which is
 * a literal in each variant.
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
      'The request: the members of the API with their first letters lowered. Null if the request was empty or the call was denied; above 100 KB replaced by an object with `omitted`.',
    page: 'recordContents',
  },
  {
    name: 'responseElements',
    type: 'document',
    since: '1.0',
    meaning: 'The response of calls that change something; null for most reads. Above 100 KB replaced by an object with `omitted`.',
    page: 'recordContents',
  },
]

/** The member that selects the type of an identity. */
export const IDENTITY_TYPE: MemberModel = {
  name: 'type',
  type: 'string',
  since: '1.0',
  meaning: 'Kind of the identity: one of the documented ones, each described on its own, and open to others. May be missing.',
  page: 'userIdentity',
}
