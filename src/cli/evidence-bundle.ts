/**
 * An evidence bundle: a folder by which `openssl` and `sha256sum` alone can repeat what a validation found.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DigestEvidence, IntegrityEvent } from '../integrity/integrity-event.js'
import type { IntegrityReport } from '../integrity/report.js'
import { parseDigestKey } from '../integrity/shard.js'
import type { PublicKeyRecord } from '../source/evidence.js'

/** A bundle that is being written. */
export class EvidenceBundle {
  private readonly hashes: Array<readonly [hash: string, path: string]> = []
  private readonly keys = new Map<string, PublicKeyRecord>()
  private readonly signatures: Array<string> = []
  private count = 0

  private constructor(private readonly folder: string) {}

  /** Begins a bundle in a folder that is new or empty. */
  static async open(folder: string): Promise<EvidenceBundle> {
    await mkdir(folder, { recursive: true })
    if ((await readdir(folder)).length > 0) throw new Error(`--evidence: ${folder} is not empty`)
    return new EvidenceBundle(folder)
  }

  /** Adds a digest that is proven, with what proves it. */
  async add(event: IntegrityEvent): Promise<void> {
    if (event.kind !== 'DIGEST_CHECKED' || event.evidence === undefined || event.location === undefined) return
    const { evidence, location } = event
    const key = parseDigestKey(location.key)
    if (key === undefined) return
    const number = String(++this.count).padStart(4, '0')
    // The name is made of parts that were parsed: no key is a path here.
    const name = [
      key.account,
      key.region,
      key.trail,
      key.homeRegion,
      key.time.replaceAll(/[-:]/g, ''),
      ...(key.backfill ? ['backfill'] : []),
    ].join('_')
    await this.write(join('digests', `${number}_${name}.json.gz`), evidence.stored)
    await this.check(join('check', number), evidence)
    this.keys.set(evidence.key.fingerprint, evidence.key)
    const metadata = evidence.metadata ?? { signature: evidence.signature, 'signature-algorithm': 'SHA256withRSA' }
    this.signatures.push(JSON.stringify({ bucket: location.bucket, key: location.key, metadata }))
  }

  private async check(folder: string, { signed, signature, key }: DigestEvidence): Promise<void> {
    await this.write(join(folder, 'string'), signed)
    await this.write(join(folder, 'signature.bin'), Buffer.from(signature, 'hex'))
    await this.write(join(folder, 'key.pem'), Buffer.from(pemOf(key.value)))
  }

  /** Writes what is left; returns the report with the hash of the manifest. */
  async close(report: IntegrityReport): Promise<IntegrityReport> {
    await this.write('signatures.ndjson', Buffer.from(this.signatures.map((line) => `${line}\n`).join('')))
    const keys = [...this.keys.values()].map(({ value, fingerprint, from, to, region, source }) => ({
      value: Buffer.from(value).toString('base64'),
      fingerprint,
      from: from?.toISOString(),
      to: to?.toISOString(),
      region,
      source,
    }))
    await this.write('keys.json', Buffer.from(`${JSON.stringify({ keys }, undefined, 2)}\n`))
    const manifest = this.hashes.map(([hash, path]) => `${hash}  ${path.replaceAll('\\', '/')}\n`).join('')
    await writeFile(join(this.folder, 'manifest.sha256'), manifest)
    const whole: IntegrityReport = { ...report, evidence: { manifestSha256: createHash('sha256').update(manifest).digest('hex') } }
    // The report names the manifest, so that the manifest cannot name the report.
    await writeFile(join(this.folder, 'report.json'), `${JSON.stringify(whole, undefined, 2)}\n`)
    return whole
  }

  private async write(path: string, bytes: Uint8Array): Promise<void> {
    const file = join(this.folder, path)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, bytes)
    this.hashes.push([createHash('sha256').update(bytes).digest('hex'), path])
  }
}

/** A key in PEM: PKCS#1 keys and SubjectPublicKeyInfo begin alike, and differ in what the sequence holds. */
function pemOf(der: Uint8Array): string {
  const [, first = 0] = der
  const body = first < 0x80 ? 2 : 2 + (first - 0x80)
  const name = der[body] === 0x02 ? 'RSA PUBLIC KEY' : 'PUBLIC KEY'
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${name}-----\n${lines.join('\n')}\n-----END ${name}-----\n`
}
