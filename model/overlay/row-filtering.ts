import type { Overlay } from '../types.js'

/** A member of Lake Formation that leaks into table inputs. Its type is uncertain, so anything is accepted. */
export const rowFiltering: Overlay = {
  evidence: 'tableInput.isRowFilteringEnabled has been seen in records and is in no API model',
  members: { 'TableInput.IsRowFilteringEnabled': 'document' },
}
