const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const LDP = 'http://www.w3.org/ns/ldp#';
const DC = 'http://purl.org/dc/elements/1.1/';
const DCTERMS = 'http://purl.org/dc/terms/';
const DCTYPES = 'http://purl.org/dc/dcmitype/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const SCHEMA = 'http://schema.org/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Short names in Turtle. */
export const prefixes = {
  oa: OA,
  as: AS,
  ldp: LDP,
  dc: DC,
  dcterms: DCTERMS,
  dctypes: DCTYPES,
  foaf: FOAF,
  rdf: RDF,
  rdfs: RDFS,
  schema: SCHEMA,
  xsd: XSD,
};

type Term = string | Readonly<Record<string, string>>;

const link = (id: string): Term => ({ '@id': id, '@type': '@id' });
const named = (id: string): Term => ({ '@id': id, '@type': '@vocab' });
const time = (id: string): Term => ({ '@id': id, '@type': `${XSD}dateTime` });
const count = (id: string): Term => ({ '@id': id, '@type': `${XSD}nonNegativeInteger` });
const terms = (space: string, names: string): Record<string, Term> =>
  Object.fromEntries(names.split(' ').map(name => [name, space + name]));

/** The vocabulary of the Web Annotation model (Recommendation of 23 February 2017, Web Annotation Vocabulary). */
const annotationTerms: Record<string, Term> = {
  ...prefixes,
  id: '@id',
  type: '@type',
  ...terms(
    OA,
    'Annotation Choice CssSelector DataPositionSelector FragmentSelector HttpRequestState Motivation RangeSelector ResourceSelection SpecificResource SvgSelector TextPositionSelector TextQuoteSelector TextualBody TimeState XPathSelector',
  ),
  ...terms(
    OA,
    'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging',
  ),
  ...terms(OA, 'bodyValue exact prefix suffix styleClass processingLanguage'),
  ...terms(DCTYPES, 'Dataset Sound'),
  Image: `${DCTYPES}StillImage`,
  Video: `${DCTYPES}MovingImage`,
  Text: `${DCTYPES}Text`,
  CssStylesheet: `${OA}CssStyle`,
  Person: `${FOAF}Person`,
  Organization: `${FOAF}Organization`,
  Software: `${AS}Application`,
  Audience: `${SCHEMA}Audience`,
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  body: link(`${OA}hasBody`),
  target: link(`${OA}hasTarget`),
  source: link(`${OA}hasSource`),
  selector: link(`${OA}hasSelector`),
  state: link(`${OA}hasState`),
  scope: link(`${OA}hasScope`),
  refinedBy: link(`${OA}refinedBy`),
  startSelector: link(`${OA}hasStartSelector`),
  endSelector: link(`${OA}hasEndSelector`),
  stylesheet: link(`${OA}styledBy`),
  cached: link(`${OA}cachedSource`),
  canonical: link(`${OA}canonical`),
  via: link(`${OA}via`),
  motivation: named(`${OA}motivatedBy`),
  purpose: named(`${OA}hasPurpose`),
  textDirection: named(`${OA}textDirection`),
  ltr: `${OA}ltrDirection`,
  rtl: `${OA}rtlDirection`,
  auto: `${OA}autoDirection`,
  renderedVia: link(`${OA}renderedVia`),
  start: count(`${OA}start`),
  end: count(`${OA}end`),
  sourceDate: time(`${OA}sourceDate`),
  sourceDateStart: time(`${OA}sourceDateStart`),
  sourceDateEnd: time(`${OA}sourceDateEnd`),
  value: `${RDF}value`,
  label: { '@id': `${RDFS}label`, '@container': '@set' },
  name: `${FOAF}name`,
  nickname: `${FOAF}nick`,
  email: link(`${FOAF}mbox`),
  email_sha1: `${FOAF}mbox_sha1sum`,
  homepage: link(`${FOAF}homepage`),
  creator: link(`${DCTERMS}creator`),
  created: time(`${DCTERMS}created`),
  modified: time(`${DCTERMS}modified`),
  rights: link(`${DCTERMS}rights`),
  conformsTo: link(`${DCTERMS}conformsTo`),
  format: `${DC}format`,
  language: `${DC}language`,
  audience: link(`${SCHEMA}audience`),
  accessibility: `${SCHEMA}accessibilityFeature`,
  generator: link(`${AS}generator`),
  generated: time(`${DCTERMS}issued`),
  items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' },
  partOf: link(`${AS}partOf`),
  first: link(`${AS}first`),
  last: link(`${AS}last`),
  next: link(`${AS}next`),
  prev: link(`${AS}prev`),
  total: count(`${AS}totalItems`),
  startIndex: count(`${AS}startIndex`),
};

/** The part of the Linked Data Platform's vocabulary that a container is described with. */
const containerTerms: Record<string, Term> = {
  ...terms(LDP, 'BasicContainer Container RDFSource Resource'),
  contains: link(`${LDP}contains`),
  member: link(`${LDP}member`),
};

/** JSON-LD contexts by the addresses under which they are named. */
export const contexts: ReadonlyMap<string, object> = new Map([
  ['http://www.w3.org/ns/anno.jsonld', { '@context': annotationTerms }],
  ['http://www.w3.org/ns/ldp.jsonld', { '@context': containerTerms }],
]);
