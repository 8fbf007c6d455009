import { type PlannedSource, source } from '../plan.ts';

const article = (key: string, title: string, fields: Readonly<Record<string, string>>): PlannedSource =>
  source(key, 'article-newspaper', title, { Language: 'ru', ...fields });

/** What the fourteen footnotes of the article on the movement cite. The titles that stand there in English are translations. */
export const footnotes: readonly PlannedSource[] = [
  article('noviy-region', 'В Москве создано новое Российское социалистическое движение', {
    'Site, newspaper or book': 'Новый регион',
    Published: '9 March 2011',
    'Archived on': '2013-12-24',
  }),
  article('kasparov', 'Новые левые. В Москве учредили Российское социалистическое движение', {
    'Site, newspaper or book': 'Каспаров.ру',
    Published: '8 March 2011',
  }),
  article('shevchuk', 'Левые снова пытаются объединиться', {
    Authors: 'М. Шевчук',
    'Site, newspaper or book': 'Деловой Петербург',
    Published: '9 March 2011',
  }),
  source('regroup', 'document', 'Russian socialists regroup to deepen struggle for new left party', {}),
  source(
    'manifesto',
    'document',
    'Манифест Российского социалистического движения «Революция — демократия — социализм»',
    { Publisher: 'Российское социалистическое движение', Language: 'ru', 'Archived on': '2013-05-18' },
  ),
  source(
    'rsm-statement',
    'document',
    'Политическое заявление Российского социалистического движения «К построению организации антикапиталистических левых»',
    { Publisher: 'Российское социалистическое движение', Language: 'ru' },
  ),
  article('reproductive', 'A demonstration was held in Moscow on the reproductive rights of Russians', {
    'Site, newspaper or book': 'The Institute of Collective Action',
    Published: '6 September 2011',
  }),
  article(
    'picket',
    'Demonstrators picket in St Petersburg against the restriction of the right of women to abortion',
    { 'Site, newspaper or book': 'Baltinfo', Published: '24 June 2011' },
  ),
  article('khimki', 'The defenders of the Khimki forest have split', {
    'Site, newspaper or book': 'Kommersant-Online',
    Published: '27 July 2011',
  }),
  article('kozlov', 'Anarchy - Mother Nature', {
    Authors: 'V. Kozlov',
    'Site, newspaper or book': 'Moskovskiye Novosti',
    Published: '27 July 2011',
    'Archived on': '2013-12-26',
  }),
  article('pravin', 'The split of the Khimki Defenders', { Authors: 'L. Pravin', Published: '27 July 2011' }),
  article('virina', 'Demolition of power — Theory and Practice', {
    Authors: 'D. Virina',
    'Site, newspaper or book': 'Novaya Gazeta — Saint-Petersburg, № 74',
    Published: '2011-10-13/2011-10-16',
    'Archived on': '2013-12-26',
  }),
  article('camp', 'The Defenders of Siverskiy Forest have decided to break up ecological camp', {
    'Site, newspaper or book': 'Baltinfo',
    Published: '11 August 2011',
  }),
  article(
    'flashmob',
    'The Defenders of Siverskiy Forest carried out a flash-mob in defense of their territory',
    {
      Published: '3 October 2011',
    },
  ),
];
