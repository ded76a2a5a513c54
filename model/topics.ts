/**
 * The topic of each API, by the nouns in its name: the first topic with one of them. Topics sort documents. `file`
 * splits the built package: an operation loads the topics of its file, not all APIs. Each additional file slows down
 * importing everything, and topics that share shapes belong together, because otherwise their shapes become separate
 * files.
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

/** The topic of an API with none of the nouns, such as a new one. */
export const OTHER_TOPIC = { topic: 'other', file: 'business' }
