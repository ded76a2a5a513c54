/**
 * The vocabulary in which the models under `model/` are written. Data only: the generator reads it, nothing of `src` does.
 */

/** The type of a member, as CloudTrail writes it (not as the API declares it). */
export type MemberType =
  | 'string'
  | 'number'
  | 'boolean'
  /** A number that CloudTrail also writes as a string. */
  | 'number or string'
  /** A boolean that CloudTrail also writes as a string. */
  | 'boolean or string'
  /** Any JSON at all: kept, never looked into. */
  | 'document'
  /** The member must be absent: what tells one family of records from another. */
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
  /** The `eventVersion` that brought it; left out for members of structures that do not version their members. */
  readonly since?: string
  /** Seen in records, in no AWS page. */
  readonly undocumented?: true
  /** One or two sentences in our own words: what it says, shape and units, what it is no guarantee of. */
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
  /** The name of the structure whose other members no record of this kind is known to have; one that is present has the same type as elsewhere. */
  readonly lacks?: string
  readonly members: ReadonlyArray<MemberModel>
}

/** One `userIdentity.type`: all variants share the members of `IdentityFields`; a variant says what some of them mean for it. */
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
  /** Ordered so that a structure stands after those it refers to. */
  readonly structures: ReadonlyArray<StructureModel>
  readonly identities: ReadonlyArray<IdentityModel>
}

/** A service of AWS whose API is modelled. */
export interface Service {
  /** Stands in names, such as `GlueEventName`. */
  readonly name: string
  /** Its `eventSource`. */
  readonly source: string
  /** The npm package whose schemas describe its API. */
  readonly sdk: string
  /** Its prefix in IAM actions. */
  readonly iamService: string
  /** Words that file names do not take apart, such as `DynamoDB`. */
  readonly words: ReadonlyArray<string>
  /** What each API is about, by the nouns in its name; the first that fits. */
  readonly topics: ReadonlyArray<{ readonly topic: string; readonly file: string; readonly nouns: RegExp }>
  /** The page of AWS's API reference for an operation or a shape. */
  readonly apiPage: (name: string) => string
  /** The page of the service's guide that says what CloudTrail logs of it. */
  readonly guidePage: string
}

/** How much a call may do, in IAM's words. */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management'

/** One known difference between the API model and what CloudTrail writes. Shapes and members are spelled as the API spells them. */
export interface Overlay {
  /** What shows it: a fact, and the record or page behind it. */
  readonly evidence: string
  /** Members that are hidden or hold secrets although the API model does not mark them: `Shape.Member`. */
  readonly sensitive?: ReadonlyArray<string>
  /** Members that CloudTrail writes with another type: `Shape.Member`. */
  readonly types?: Readonly<Record<string, MemberType>>
  /** Members that the API model does not have: `Shape.Member`. */
  readonly members?: Readonly<Record<string, MemberType>>
  /** Names that occur as `eventName` and have no shape. */
  readonly names?: ReadonlyArray<string>
  /** APIs whose response is null in CloudTrail. */
  readonly nullResponses?: {
    /** AWS says so. */
    readonly documented?: ReadonlyArray<string>
    /** A record shows it: API, and which record. */
    readonly observed?: Readonly<Record<string, string>>
  }
  /** Members that, AWS says, CloudTrail does not log, so that their absence says nothing: `Shape.Member`. */
  readonly notLogged?: ReadonlyArray<string>
  /** Access levels of APIs that have no IAM action of their own, or where IAM's is misleading. */
  readonly access?: Readonly<Partial<Record<AccessLevel, ReadonlyArray<string>>>>
}

/** Which member of which API names which resource; `model/resources.ts` says how rows are written. */
export interface ResourceModel {
  /**
   * Forms of ARNs that differ from those of the IAM data, by IAM's name of the resource type: the word that the type has in its ARN, and
   * `/` or `:` for each name.
   */
  readonly formats: Readonly<Record<string, string>>
  /** Types whose ARNs begin with the path of the catalog they lie in. */
  readonly inCatalog: ReadonlyArray<string>
  /** Types that the account of a catalog owns. */
  readonly ofCatalog: ReadonlyArray<string>
  /** Types of things without an ARN. */
  readonly withoutArn: ReadonlyArray<string>
  /** Types whose names Glue folds to lower case when it stores them, each with its evidence. */
  readonly foldsCase: Readonly<Record<string, string>>
  /** All other types, whose names keep their case, each with its evidence. */
  readonly keepsCase: Readonly<Record<string, string>>
  /** Rows of every API whose name fits and whose request has the members; the first rule that fits. */
  readonly rules: ReadonlyArray<{ readonly api?: RegExp; readonly has: ReadonlyArray<string>; readonly rows: ReadonlyArray<string> }>
  /** Rows of APIs that the rules do not suit. */
  readonly exceptions: Readonly<Record<string, ReadonlyArray<string>>>
  /** APIs whose rows have none of the types that IAM checks: why. */
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
  /** The structure with code and message, from the item; left out where there is none. */
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
