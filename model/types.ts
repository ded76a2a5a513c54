/** The types of the models under `model/`. They are data for the generator; `src` does not import them. */

/** The type of a member, as CloudTrail writes it (not as the API declares it). */
export type MemberType =
  | 'string'
  | 'number'
  | 'boolean'
  /** A number that CloudTrail also writes as a string. */
  | 'number or string'
  /** A boolean that CloudTrail also writes as a string. */
  | 'boolean or string'
  /** Any JSON: kept and never checked. */
  | 'document'
  /** The member must be missing: this distinguishes families of records. */
  | 'absent'
  | { readonly literal: string }
  /** One of the structures or the union of identities of the same model, by name. */
  | { readonly structure: string }
  | { readonly listOf: MemberType }
  | { readonly mapOf: MemberType /** A string is accepted as well. */; readonly orString?: true }

/** One member of a structure of the record. */
export interface MemberModel {
  /** As CloudTrail spells it. */
  readonly name: string
  readonly type: MemberType
  /** Present and not null in every record of this kind; all others are optional and nullable. */
  readonly required?: true
  /** The `eventVersion` that added it; not set in structures without versions. */
  readonly since?: string
  /** Seen in records, not documented by AWS. */
  readonly undocumented?: true
  /** One or two sentences in our own words: its meaning, form and units, and what it does not guarantee. */
  readonly meaning: string
  /** The AWS page that defines it: a key of `PAGES`. */
  readonly page: string
}

/** A structure of the record: the envelope itself, or an object inside it. */
export interface StructureModel {
  readonly name: string
  readonly meaning: string
  readonly page: string
  /** The name of the structure whose members this one has too. */
  readonly extends?: string
  /**
   * The name of the structure whose other members no record of this kind is known to have; one that is present has the
   * same type as elsewhere.
   */
  readonly lacks?: string
  readonly members: ReadonlyArray<MemberModel>
}

/**
 * One `userIdentity.type`: all variants share the members of `IdentityFields`; a variant has the meaning of some of
 * them for it.
 */
export interface IdentityModel {
  /** The value of `type`. */
  readonly type: string
  /** `<Type>Identity`. */
  readonly name: string
  readonly meaning: string
  /** What members of `IdentityFields` mean for this variant, by name. */
  readonly members: Readonly<Record<string, string>>
}

/** The model of the CloudTrail record. */
export interface RecordModel {
  /** AWS pages by key. */
  readonly pages: Readonly<Record<string, string>>
  /** Sorted so that a structure is after those it refers to. */
  readonly structures: ReadonlyArray<StructureModel>
  readonly identities: ReadonlyArray<IdentityModel>
}

/** An AWS service whose API is modelled. */
export interface Service {
  /** The name in identifiers such as `GlueEventName`. */
  readonly name: string
  /** Its `eventSource`. */
  readonly source: string
  /** The npm package whose schemas describe its API. */
  readonly sdk: string
  /** Its prefix in IAM actions. */
  readonly iamService: string
  /** Words that file names keep whole, such as `DynamoDB`. */
  readonly words: ReadonlyArray<string>
  /** The topic of each API, by the nouns in its name; the first that matches. */
  readonly topics: ReadonlyArray<{ readonly topic: string; readonly file: string; readonly nouns: RegExp }>
  /** The page of AWS's API reference for an operation or a shape. */
  readonly apiPage: (name: string) => string
  /** The page of the service's guide about CloudTrail. */
  readonly guidePage: string
}

/** IAM's access level of a call. */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management'

/**
 * One known difference between the API model and what CloudTrail writes. Shapes and members are spelled as the API
 * spells them.
 */
export interface Overlay {
  /** The evidence: a record, a page, or what it is inferred from. */
  readonly evidence: string
  /** Members that are redacted or contain secrets although the API model does not mark them: `Shape.Member`. */
  readonly sensitive?: ReadonlyArray<string>
  /** Members that CloudTrail writes with another type: `Shape.Member`. */
  readonly types?: Readonly<Record<string, MemberType>>
  /** Members that the API model does not have: `Shape.Member`. */
  readonly members?: Readonly<Record<string, MemberType>>
  /** Names that occur as `eventName` without a shape. */
  readonly names?: ReadonlyArray<string>
  /** APIs whose response is null in CloudTrail. */
  readonly nullResponses?: {
    /** Documented by AWS. */
    readonly documented?: ReadonlyArray<string>
    /** Seen in a record: the API, and the record. */
    readonly observed?: Readonly<Record<string, string>>
  }
  /** Members that, according to AWS, CloudTrail does not log, so that their absence means nothing: `Shape.Member`. */
  readonly notLogged?: ReadonlyArray<string>
  /** Access levels of APIs that have no IAM action of their own, or where IAM's is misleading. */
  readonly access?: Readonly<Partial<Record<AccessLevel, ReadonlyArray<string>>>>
}

/** The members of APIs that name resources; `model/resources.ts` describes rows. */
export interface ResourceModel {
  /**
   * Forms of ARNs that differ from those of the IAM data, by IAM's name of the resource type: the word that the type
   * has in its ARN, and `/` or `:` for each name.
   */
  readonly formats: Readonly<Record<string, string>>
  /** Types whose ARNs begin with the path of the catalog that contains them. */
  readonly inCatalog: ReadonlyArray<string>
  /** Types that the account of a catalog owns. */
  readonly ofCatalog: ReadonlyArray<string>
  /** Types of things without an ARN. */
  readonly withoutArn: ReadonlyArray<string>
  /** Types whose names Glue folds to lower case when it stores them, each with its evidence. */
  readonly foldsCase: Readonly<Record<string, string>>
  /** All other types, whose names keep their case, each with its evidence. */
  readonly keepsCase: Readonly<Record<string, string>>
  /** Rows of every API whose name matches and whose request has the members; the first matching rule counts. */
  readonly rules: ReadonlyArray<{ readonly api?: RegExp; readonly has: ReadonlyArray<string>; readonly rows: ReadonlyArray<string> }>
  /** Rows of APIs that the rules do not cover. */
  readonly exceptions: Readonly<Record<string, ReadonlyArray<string>>>
  /** APIs whose rows have none of the types that IAM checks, with the reason. */
  readonly besideIam: Readonly<Record<string, string>>
  /** APIs that act on no resource, by reason. */
  readonly none: Readonly<Record<string, ReadonlyArray<string>>>
  /** APIs that act on resources which their requests do not name, by reason. */
  readonly unnamed: Readonly<Record<string, ReadonlyArray<string>>>
}

/** How the response of an API lists items that failed. Paths are written as in `ResourceModel`. */
export interface BatchItems {
  /** The items of the request: a list, or a string with a number or a range of numbers. */
  readonly requested: string
  /** What identifies an item of the request, from the item. */
  readonly requestedBy: ReadonlyArray<string>
  /** The items of the response that failed: a list, or a map whose keys are the items. */
  readonly failed: string
  /** What identifies an item of the response, from the item. */
  readonly failedBy: ReadonlyArray<string>
  /** The structure with code and message, from the item; left out if the item has none. */
  readonly detail?: string
  /** Whether identifiers that differ in case alone are the same. */
  readonly foldsCase?: true
}

/** Which APIs list failures per item. */
export interface BatchModel {
  /** How their items are read. */
  readonly items: Readonly<Record<string, BatchItems>>
  /** APIs whose responses have errors that are not those of items, by reason. */
  readonly others: Readonly<Record<string, ReadonlyArray<string>>>
}
