/**
 * What each API is about, by the nouns in its name: the first topic that has one of them. Topics order documents; `file` is how the built
 * package is cut: an operation loads the topics of its file, not all APIs. Every file more makes the import of everything slower, and topics that
 * share shapes belong together, or their shapes become files of their own.
 */
export const GLUE_TOPICS: ReadonlyArray<{ readonly topic: string; readonly file: string; readonly nouns: RegExp }> = [
  { topic: 'data-quality', file: 'quality', nouns: /DataQuality/ },
  { topic: 'business-catalog', file: 'business', nouns: /Asset|Attachment|Glossar|FormType|IterableForm|DataCatalogExport/ },
  { topic: 'schema-registry', file: 'tables', nouns: /Registr|Schema/ },
  { topic: 'integrations', file: 'business', nouns: /Integration/ },
  { topic: 'machine-learning', file: 'quality', nouns: /MLT|MLE|MLL|Labels|CustomEntityType/ },
  { topic: 'sessions', file: 'runs', nouns: /Session|Statement|DevEndpoint/ },
  { topic: 'crawlers', file: 'sources', nouns: /Crawl|Classifier/ },
  { topic: 'connections', file: 'business', nouns: /Connection|Entit/ },
  { topic: 'statistics', file: 'sources', nouns: /ColumnStatistics|TableOptimizer|MaterializedView/ },
  { topic: 'orchestration', file: 'runs', nouns: /Trigger|Workflow|Blueprint|JobRun|JobBookmark/ },
  { topic: 'jobs', file: 'jobs', nouns: /Job|Script|Plan|Mapping|Dataflow|Dashboard/ },
  { topic: 'administration', file: 'sources', nouns: /Polic|Tag|Resource|Security|Encryption|UsageProfile|IdentityCenter/ },
  { topic: 'catalog', file: 'tables', nouns: /Catalog|Database|Table|Partition|UserDefinedFunction/ },
]

/** Where an API stands that has none of the nouns: new ones land here until they are sorted in. */
export const OTHER_TOPIC = { topic: 'other', file: 'business' }
