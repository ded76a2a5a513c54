import type { Overlay } from '../types.js'

/** Reads that IAM files under permissions management. */
export const reads: Overlay = {
  evidence: 'the API pages: the calls return data and change nothing; IAM files them under permissions management',
  access: {
    Read: ['DescribeConnectionType', 'DescribeEntity'],
    List: ['ListConnectionTypes', 'ListEntities'],
  },
}
