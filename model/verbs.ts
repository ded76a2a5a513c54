/**
 * What each API does, as a sentence says it: `create connection`, in the past `created connection`. Names begin with a verb, and what is behind it reads well
 * in small letters; the few that do not have their phrase here. Reviewed one by one in `docs/reference/apis.md`.
 */

/** The verbs that names begin with. `Get` is `read`; `Batch` before one makes the noun a plural. */
export const VERBS: ReadonlyArray<string> =
  'Associate Cancel Check Create Delete Describe Disassociate Get Import List Modify Publish Put Query Register Remove Rename Reset Resume Run Search Start Stop Terminate Test Update Upgrade'.split(
    ' ',
  )

/** The past of verbs that do not just take `ed` or `d`. */
export const PASTS: Readonly<Record<string, string>> = {
  cancel: 'cancelled',
  modify: 'modified',
  put: 'put',
  query: 'queried',
  read: 'read',
  reset: 'reset',
  run: 'ran',
  stop: 'stopped',
  tag: 'tagged',
  untag: 'untagged',
}

/** Whole phrases, in the present, for names that the rules read badly. */
export const PHRASES: Readonly<Record<string, string>> = {
  TagResource: 'tag',
  UntagResource: 'untag',
  UpdateJobFromSourceControl: 'pull from source control job',
  UpdateSourceControlFromJob: 'push to source control job',
}
