/** What a person says of an error or warning on the seed texts. */
export interface Label {
  readonly right: boolean;
  readonly why: string;
}

const right = (why: string): Label => ({ right: true, why });

/** By rule and message. */
export const labels: Readonly<Record<string, Label>> = {
  'name-variant: Two forms of what seems to be one name: Lois Pérez Leira, Luis Pérez Leira.': right(
    'one man, by both surnames and the office; Lois is the Galician form he signs with',
  ),
  'source-before-event: The source of 2026-04-23 is older than the event of 27 April 2026 at which it should prove who was there.':
    right('a post that announces a departure cannot prove that somebody spoke'),
  'source-before-event: The source of 2026-04-24 is older than the event of 27 April 2026 at which it should prove who was there.':
    right('the article says that Moscow “will host” the forum, and is cited for who took part'),
  'count-against-list: “over 15 member organisations”, but the list “Representatives from these groups have participated in the Sovintern” has 50 entries.':
    right('three times as many are listed as the words make one expect'),
  'count-against-list: “More than 100 parties and movements”, but the list “Representatives from these groups have participated in the Sovintern” has 50 entries.':
    right('half as many are listed as the organiser claimed'),
  'count-contradiction: The same things are counted as “over 15 member organisations” and “More than 100 parties and movements”.':
    right('nobody would say “over 15” of more than 100'),
  'name-variant: Two forms of what seems to be one name: Sergei Mironov, Sergey Mironov.': right(
    'one man in two romanisations',
  ),
  'ref-undefined: No reference named “SPS” says anything.': right(
    'its definition lies in a reference that is not closed',
  ),
  'ref-curly-name: The name “Sovintern” stands in curly quotation marks, which MediaWiki takes for part of it.':
    right('in all fifteen places'),
  'ref-curly-name: The name “Labor and Sovereignty” stands in curly quotation marks, which MediaWiki takes for part of it.':
    right('with spaces in it the name is even an error'),
  'ref-malformed-close: The closing tag is written (/ref>, so the reference runs on to the next </ref>.':
    right('it swallows a party and a definition'),
  'cite-date-ambiguous: “06-01-2026” can be two dates.': right('6 January or 1 June'),
  'cite-language-unknown: “sp” is the code of no language.': right('es is meant'),
  'heading-country: Honduras is not in South America.': right('it is in Central America'),
  'heading-country: Nicaragua is not in South America.': right('it is in Central America'),
  "link-designation: The link says “Tekojoja People's Party”, the page it leads to is “Tekojoja People's Movement”.":
    right('a party is no movement, and one page is meant'),
  'cite-quote-cut: The quotation begins with “n”, which is no word: its beginning is cut off.':
    right('“In the last attack”'),
  'footnote-bracket-broken: Nothing goes with the “[”.': right('a link of which the rest was lost'),
  'footnote-publisher-empty: Something is missing in (, 27 July 2011).': right('the publisher is missing'),
  'footnote-publisher-empty: Something is missing in (, 3 October 2011).': right('the publisher is missing'),
  'order-of-events: June 2007, for a seat, is before June 30, 2008, when the body was joined.': right(
    'a seat on its commission a year before the party was so much as an observer',
  ),
  'name-variant: Two forms of what seems to be one name: The Socialist Democratic Party of Germany, the Social Democratic Party of Germany.':
    right('one party, mistranslated in the list'),
  'one-word-differs: Left Socialist Action and Left Socialist Movement are the same but for “Action” and “Movement”.':
    right('one group, in the preamble and in the signature'),
};
