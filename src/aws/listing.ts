/**
 * Lists the prefixes of the accounts and regions of a trail, and the pages of files below each.
 *
 * @module
 */
import type { ListCounts, TrailOptions } from './list-options.js'
import type { ObjectStore, Page, PageRequest } from './object-store.js'

/** Counts that grow. */
export type Counting = { -readonly [K in keyof ListCounts]: number }

/** Requests pages, and counts. */
export class Pages {
  readonly counts: Counting = { requests: 0, keys: 0, listed: 0, skipped: 0, failed: 0 }

  constructor(
    private readonly store: ObjectStore,
    readonly options: Pick<TrailOptions, 'bucket' | 'owner' | 'signal'>,
  ) {}

  async page(request: Pick<PageRequest, 'prefix' | 'startAfter' | 'token' | 'folders'>): Promise<Page> {
    const { bucket, owner, signal } = this.options
    this.counts.requests++
    const page = await this.store.page({ bucket, owner, ...request }, signal)
    this.counts.keys += page.objects.length
    return page
  }

  /** Returns the names of the folders below a prefix. */
  async folders(prefix: string): Promise<ReadonlyArray<string>> {
    const names: Array<string> = []
    let token: string | undefined
    do {
      const page = await this.page({ prefix, token, folders: true })
      for (const folder of page.folders) names.push(folder.slice(prefix.length, -1))
      token = page.next
    } while (token !== undefined)
    return names
  }
}

const ACCOUNT = /^\d{12}$/
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/

/** Returns the folder `AWSLogs/` of a trail. Its prefix may end in a slash. */
export function rootFolder(prefix = ''): string {
  const head = prefix.endsWith('/') ? prefix.slice(0, -1) : prefix
  return head === '' ? 'AWSLogs/' : `${head}/AWSLogs/`
}

/**
 * Yields the folders of wanted accounts: `[prefix/]AWSLogs/[o-xxxx/]ACCOUNT/`. A prefix that cannot be listed is
 * reported.
 */
export async function accountFolders(pages: Pages, options: TrailOptions): Promise<ReadonlyArray<string>> {
  const { prefix, organization, accounts } = options
  const root = rootFolder(prefix)
  if (organization !== undefined) return accountsBelow(pages, `${root}${organization}/`, accounts)
  // If a trail became that of an organization, there are folders of accounts next to that of the organization.
  const names = await pages.folders(root)
  const own = names.filter((name) => ACCOUNT.test(name) && isAmong(name, accounts)).map((name) => `${root}${name}/`)
  const others: Array<string> = []
  for (const name of names.filter((folder) => ORGANIZATION.test(folder))) {
    for (const folder of await accountsBelow(pages, `${root}${name}/`, accounts)) others.push(folder)
  }
  return [...own, ...others]
}

async function accountsBelow(pages: Pages, folder: string, accounts: ReadonlyArray<string> | undefined): Promise<ReadonlyArray<string>> {
  const names = accounts ?? (await pages.folders(folder)).filter((name) => ACCOUNT.test(name))
  return names.map((name) => `${folder}${name}/`)
}

/** Yields the folders of wanted regions below that of an account and a kind: `.../CloudTrail/REGION/`. */
export async function regionFolders(
  pages: Pages,
  folder: string,
  regions: ReadonlyArray<string> | undefined,
): Promise<ReadonlyArray<string>> {
  const names = regions ?? (await pages.folders(folder))
  return names.map((name) => `${folder}${name}/`)
}

/** Returns whether a name is wanted; if there is no list, every name is. */
export const isAmong = (name: string, list: ReadonlyArray<string> | undefined): boolean => list === undefined || list.includes(name)
