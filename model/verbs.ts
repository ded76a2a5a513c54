/**
 * Each API as a phrase: `create connection`, in the past `created connection`. Names begin with a verb, and the words
 * after it read well in lower case; the few that do not have their phrase here. Reviewed one by one in
 * `docs/reference/apis.md`.
 */

/** The verbs that names begin with. `Get` is `read` and `Put` is `save`; `Batch` before one makes the noun a plural. */
export const VERBS: ReadonlyArray<string> =
  'Access Associate Authorize Cancel Check Create Delete Deregister Describe Disassociate Federate Get Import List Modify Notify Pass Publish Put Query Refresh Register Remove Rename Request Reset Resume Run Search Send Start Stop Terminate Test Update Upgrade Use'.split(
    ' ',
  )

/** The past of irregular verbs; all others take `ed` or `d`. */
export const PASTS: Readonly<Record<string, string>> = {
  cancel: 'cancelled',
  modify: 'modified',
  notify: 'notified',
  query: 'queried',
  read: 'read',
  reset: 'reset',
  run: 'ran',
  send: 'sent',
  stop: 'stopped',
  tag: 'tagged',
  untag: 'untagged',
}

/**
 * Whole phrases, in the present, for names that the rules read badly. The name of the resource is put at `*`, or else
 * at the end; a preposition at the end is left out without a resource.
 */
export const PHRASES: Readonly<Record<string, string>> = {
  DescribeEntity: 'describe entity through',
  GetCatalogs: 'read catalogs in',
  GetEntityRecords: 'read entity records through',
  GetSchemaByDefinition: 'look up schema * by definition',
  GetSchemaVersionsDiff: 'compare versions of',
  GlueNotebookAuthorize: 'authorize notebook',
  GlueNotebookRefreshCredentials: 'refresh notebook credentials',
  ImportCatalogToGlue: 'import Athena catalog',
  ManagedConnector: 'use managed connector',
  RefreshOAuth2Tokens: 'refresh OAuth2 tokens',
  TagResource: 'tag',
  UntagResource: 'untag',
  UpdateJobFromSourceControl: 'pull job * from source control',
  UpdateSourceControlFromJob: 'push job * to source control',
}
