import type { Overlay } from '../types.js'

/** A member of Lake Formation's that leaks into table inputs. Its type is not known for sure, so anything is taken. */
export const rowFiltering: Overlay = {
  evidence: 'tableInput.isRowFilteringEnabled has been seen in records and is in no API model',
  members: { 'TableInput.IsRowFilteringEnabled': 'document' },
}
