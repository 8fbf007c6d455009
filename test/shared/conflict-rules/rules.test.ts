import { expect } from 'chai';
import { findingsIn, quotesOf } from './examined.ts';

/** Language, rule, words that a finding must touch (none where nothing of the rule may be found), texts. */
type Case = readonly [language: string, rule: string, quotes: readonly string[], ...texts: readonly string[]];

const ROWS: Readonly<Record<string, readonly Case[]>> = {
  'names in two forms': [
    [
      'en',
      'name-variant',
      ['Katharine Ashdown', 'Katherine Ashdown'],
      'Katharine Ashdown opened the museum. Two years later, Katherine Ashdown became its director.',
    ],
    [
      'en',
      'name-variant',
      [],
      'Katharine Ashdown opened the museum. Two years later, Robert Ashdown became its director.',
    ],
    [
      'es',
      'name-variant',
      ['Íñigo Larrañaga', 'Iñigo Larrañaga'],
      'El historiador Íñigo Larrañaga presentó el libro. Según Iñigo Larrañaga, el archivo está completo.',
    ],
    [
      'ru',
      'name-variant',
      ['Наталья Воробьёва', 'Наталия Воробьева'],
      'Директор музея Наталья Воробьёва открыла выставку. По словам сотрудников, Наталия Воробьева работает там давно.',
    ],
    [
      'ru',
      'name-variant',
      [],
      'Писатель Павел Кондратьев выступил в библиотеке. Книгу Павла Кондратьева издали в Перми. Читатели встретились с Павлом Кондратьевым.',
    ],
    [
      'pl',
      'name-variant',
      [],
      'Dyrektor Marek Zawistowski otworzył wystawę. Książkę Marka Zawistowskiego wydano w Łodzi.',
    ],
    [
      'de',
      'name-variant',
      ['Mathias Eisenhauer', 'Matthias Eisenhauer'],
      'Der Maler Mathias Eisenhauer stellte in Kassel aus. Später zog Matthias Eisenhauer nach Fulda.',
    ],
    [
      'fr',
      'name-variant',
      ['Geneviève Delorme', 'Genevieve Delorme'],
      'La maire Geneviève Delorme a ouvert la séance. Genevieve Delorme a ensuite quitté la salle.',
    ],
    [
      'uk',
      'name-variant',
      ['Сергій Дорошенко', 'Сергій Дорощенко'],
      'Голова ради Сергій Дорошенко відкрив збори. Після перерви Сергій Дорощенко вручив нагороди.',
    ],
    [
      'sr',
      'name-variant',
      ['Đorđe Vukmirović', 'Djordje Vukmirovic'],
      'Predsednik udruženja Đorđe Vukmirović otvorio je skup. Na kraju je govorio i Djordje Vukmirovic.',
    ],
    [
      'en',
      'name-variant',
      ['V. Petrossian', 'Vardan Petrossian'],
      'Vardan Petrossian wrote the report. The annex is signed by V. Petrossian.',
    ],
    [
      'en',
      'name-variant',
      ['Institute for Arctic Studies', 'Institute of Arctic Study'],
      'The Institute for Arctic Studies published a map. In 2019 the Institute of Arctic Study moved to Tromsø.',
    ],
    [
      'en',
      'name-variant',
      [],
      'Delegates came from the Green Party of Austria and the Green Party of Australia.',
    ],
    [
      'en',
      'name-variant',
      [],
      'Members:\n\n- Labour Party of Norrland\n- Labour Youth of Norrland\n- Liberal Party of Norrland\n- Workers Party of Westland\n- Workers Party of Eastland\n',
    ],
    [
      'it',
      'name-variant',
      ['Giacomo Pellizzari', 'Giacomo Pelizzari'],
      'Il sindaco Giacomo Pellizzari ha firmato il patto. Giacomo Pelizzari è in carica dal 2015.',
    ],
    [
      'pt',
      'name-variant',
      ['Conceição Figueiredo', 'Conceição Figueredo'],
      'A ministra Conceição Figueiredo visitou a escola. Depois, Conceição Figueredo falou com os alunos.',
    ],
    [
      'hr',
      'name-variant',
      ['Hrvoje Petranović', 'Hrvoje Petranić'],
      'Ravnatelj Hrvoje Petranović otvorio je izložbu. Na otvaranju je Hrvoje Petranić zahvalio umjetnicima.',
    ],
  ],
  'one word that differs': [
    [
      'en',
      'one-word-differs',
      ['Northern Farmers Union', 'Northern Farmers League'],
      'We, the members of the Northern Farmers Union, object.\n\nSigned by Olga Brandt (Northern Farmers League)',
    ],
    [
      'es',
      'one-word-differs',
      ['Movimiento Campesino del Norte', 'Frente Campesino del Norte'],
      'El Movimiento Campesino del Norte convocó la marcha. La marcha terminó con un discurso del Frente Campesino del Norte.',
    ],
    [
      'en',
      'one-word-differs',
      [],
      'Members:\n\n- Northern Farmers Union\n- Northern Farmers League\n- Fishers Guild\n',
    ],
  ],
  'links that rename their target': [
    [
      'en',
      'link-designation',
      ['Alpine Party', 'Alpine Movement'],
      'The [[Alpine Movement|Alpine Party]] met in [[Bern]].<ref>{{cite web|title=A|url=https://a.example}}</ref>',
    ],
    [
      'en',
      'link-designation',
      [],
      'The [[Alpine Party (Tyrol)|Alpine Party]] and [[Alpine People’s Party|Alpine Party]] met.<ref>x</ref>',
    ],
    [
      'es',
      'link-designation',
      ['Frente Andino', 'Partido Andino'],
      'El [[Partido Andino|Frente Andino]] ganó las elecciones en [[Cuzco]].<ref>x</ref>',
    ],
    [
      'en',
      'link-designation',
      [],
      "The [[Workers' Front|Workers’ Front]] and the [[Union – North|Union - North]].<ref>x</ref>",
    ],
  ],
  'dates of one event': [
    [
      'en',
      'date-contradiction',
      ['4 May 1921', '14 May 1921'],
      'The Riverside Chess Club was founded on 4 May 1921. Its president says the Riverside Chess Club was founded on 14 May 1921.',
    ],
    [
      'es',
      'date-contradiction',
      ['3 de marzo de 1950', '1952'],
      'La Orquesta Austral fue fundada el 3 de marzo de 1950. Según su director, la Orquesta Austral fue fundada en 1952.',
    ],
    [
      'ru',
      'date-contradiction',
      ['12 июня 1934 года', '1936 году'],
      'Театр «Прибой» был основан 12 июня 1934 года. В другом издании сказано, что театр «Прибой» основан в 1936 году.',
    ],
    [
      'de',
      'date-contradiction',
      ['1. April 1899', '1901'],
      'Der Ruderklub Havel wurde am 1. April 1899 gegründet. Nach der Festschrift wurde der Ruderklub Havel im Jahr 1901 gegründet.',
    ],
    [
      'en',
      'date-contradiction',
      [],
      'The Riverside Chess Club was founded on 4 May 1921. The club house was opened on 6 June 1930.',
    ],
    [
      'en',
      'date-contradiction',
      [],
      'The Riverside Chess Club was founded in May 1921. The Riverside Chess Club was founded on 4 May 1921.',
    ],
    [
      'fr',
      'date-contradiction',
      [],
      'Le club Rivage a été fondé en 1921 à Lyon. Le club Montagne a été fondé en 1934 à Lyon.',
    ],
    [
      'en',
      'date-contradiction',
      ['8 July 1910', '9 August 1911'],
      'Edith Marlowe was born on 8 July 1910 in Leeds.',
      'The painter Edith Marlowe, born on 9 August 1911, lived in Leeds.',
    ],
    [
      'pl',
      'date-contradiction',
      ['5 maja 1956', '7 maja 1956'],
      'Helena Skrzypczak urodziła się 5 maja 1956 roku w Toruniu.',
      'Helena Skrzypczak, urodzona 7 maja 1956 roku, mieszka w Toruniu.',
    ],
    [
      'en',
      'date-contradiction',
      ['12 May 2019', '11–14 May 2019'],
      'The Delta Forum was inaugurated in Porto on 12 May 2019. A programme of the inauguration of the Delta Forum (11–14 May 2019) was printed.',
    ],
  ],
  'dates without a year': [
    [
      'en',
      'missing-year',
      ['March 9'],
      'The party was an observer until November 2010.\n\nOn March 9, the council admitted it as a member.',
    ],
    ['es', 'missing-year', ['9 de marzo'], 'El 9 de marzo, el consejo admitió al partido como miembro.'],
    ['en', 'missing-year', [], 'It met on 3 March 2010 and again on 9 March.'],
  ],
  'dates that cannot be': [
    ['en', 'impossible-date', ['31 April 2019'], 'The meeting was held on 31 April 2019 in Rome.'],
    ['es', 'impossible-date', ['30 de febrero de 2020'], 'La reunión se celebró el 30 de febrero de 2020.'],
    ['ru', 'impossible-date', ['31 июня 2018 года'], 'Собрание прошло 31 июня 2018 года.'],
    ['en', 'impossible-date', [], 'The meeting was held on 29 February 2020 in Rome.'],
  ],
  'order of events': [
    [
      'en',
      'order-of-events',
      ['May 2003', '12 June 2005'],
      'The party became an observer of the Global Left Forum (GLF) on 12 June 2005. Its leader has been a member of the GLF Commission on Trade since May 2003.',
    ],
    [
      'en',
      'order-of-events',
      [],
      'The party became an observer of the Global Left Forum (GLF) on 12 June 2005. Its leader has been a member of the GLF Commission on Trade since May 2008.',
    ],
    [
      'es',
      'order-of-events',
      ['1890', '1885'],
      'La pintora Aurora Cifuentes nació en 1890. Aurora Cifuentes murió en 1885.',
    ],
    [
      'en',
      'order-of-events',
      ['3 May 2010', '4 June 2012'],
      'On 3 May 2010 the union was made a full member of the Baltic Trade Council (BTC). It had become an observer of the BTC on 4 June 2012.',
    ],
  ],
  'counts against lists': [
    [
      'en',
      'count-against-list',
      ['five clubs'],
      'The league has five clubs:\n\n- Rovers\n- Wanderers\n- Albion\n- Athletic\n',
    ],
    [
      'en',
      'count-against-list',
      [],
      'The league has four clubs:\n\n- Rovers\n- Wanderers\n- Albion\n- Athletic\n',
    ],
    [
      'es',
      'count-against-list',
      ['seis sindicatos'],
      'Firmaron el acuerdo seis sindicatos:\n\n- Unión Portuaria\n- Sindicato del Mar\n- Federación de Estibadores\n- Asociación de Prácticos\n',
    ],
    [
      'ru',
      'count-against-list',
      ['семь партий'],
      'В коалицию вошли семь партий:\n\n- Партия труда\n- Народный союз\n- Левый блок\n- Партия реформ\n',
    ],
    [
      'de',
      'count-against-list',
      ['drei Verbände'],
      'Dem Bündnis gehören drei Verbände an:\n\n- Bund der Winzer\n- Verband der Müller\n- Zunft der Bäcker\n- Innung der Schmiede\n',
    ],
    [
      'fr',
      'count-against-list',
      ['huit partis'],
      'L’alliance réunit huit partis :\n\n- Parti du Rhône\n- Union des Alpes\n- Front de mer\n- Parti des vignes\n- Ligue du Nord\n',
    ],
    [
      'en',
      'count-against-list',
      ['Over 10 organisations'],
      'Over 10 organisations belong to the Coast Alliance.\n\nMembers of the Coast Alliance:\n\n' +
        Array.from(
          { length: 30 },
          (_, i) =>
            `- Society of ${['Amber', 'Birch', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Grove', 'Heath', 'Inlet', 'Jetty'][i % 10]} ${['Town', 'Bay', 'Hill'][i % 3]}`,
        ).join('\n'),
    ],
    [
      'uk',
      'count-against-list',
      ["п'ять громад"],
      "До спілки входять п'ять громад:\n\n- Рахів\n- Ясіня\n- Косів\n",
    ],
    [
      'pl',
      'count-against-list',
      ['siedem stowarzyszeń'],
      'Do związku należy siedem stowarzyszeń:\n\n- Towarzystwo Wiślane\n- Koło Bałtyk\n- Klub Żeglarski\n',
    ],
  ],
  'counts against counts': [
    [
      'en',
      'count-contradiction',
      ['32 schools', '41 schools'],
      'The Brightwater Programme paid for new roofs on 32 schools in the county.',
      'The Brightwater Programme paid for new roofs on 41 schools in the county.',
    ],
    [
      'en',
      'count-contradiction',
      ['over 20 parties', 'More than 90 parties'],
      'The Meridian Network has over 20 parties.',
      'More than 90 parties belong to the Meridian Network.',
    ],
    [
      'ru',
      'count-contradiction',
      ['120 делегатов', '150 делегатов'],
      'На съезд Объединения «Север» приехали 120 делегатов из разных областей.',
      'На съезд Объединения «Север» приехали 150 делегатов из разных областей.',
    ],
    [
      'en',
      'count-contradiction',
      [],
      'The Meridian Network has over 20 parties. The Solstice Network has over 90 parties.',
    ],
  ],
  'lists against lists': [
    [
      'en',
      'list-against-list',
      ['Albion', 'Hotspur'],
      '== Members ==\n\n* Rovers\n* Wanderers\n* Albion\n* Athletic\n* County\n<ref>x</ref>',
      '== Members ==\n\n* Rovers\n* Wanderers\n* Hotspur\n* Athletic\n* County\n<ref>x</ref>',
    ],
    [
      'en',
      'list-against-list',
      [],
      '== Members ==\n\n* Rovers\n* Wanderers\n* Albion\n* Athletic\n<ref>x</ref>',
      '== Clubs ==\n\n* Harriers\n* Town\n* United\n* City\n<ref>x</ref>',
    ],
  ],
  'entries that stand twice': [
    ['en', 'duplicate-entry', ['Wanderers'], 'Clubs:\n\n- Rovers\n- Wanderers\n- Albion\n- Wanderers\n'],
    [
      'ru',
      'duplicate-entry',
      ['Левый блок'],
      'Партии:\n\n- Партия труда\n- Левый блок\n- Народный союз\n- Левый блок\n',
    ],
    [
      'en',
      'duplicate-entry',
      [],
      '* {{flagicon|Chile}} Communist Party\n* {{flagicon|Spain}} Communist Party\n* {{flagicon|Peru}} Labour Party\n',
    ],
    [
      'en',
      'repeated-line',
      ['Statement of the Harbour Workers'],
      'Statement of the Harbour Workers\n\nStatement of the Harbour Workers\n\nWe object.',
    ],
  ],
  'headings and flags against countries': [
    [
      'en',
      'heading-country',
      ['South America', 'Mexican Workers Front'],
      "'''South America:'''\n* {{flagicon|Peru}} Andean Union\n* {{flagicon|Mexico}} Mexican Workers Front\n'''Asia:'''\n* {{flagicon|India}} Rice Growers\n",
    ],
    [
      'es',
      'heading-country',
      ['África', 'Unión Obrera (Perú)'],
      'África:\n- Frente Popular (Kenia)\n- Unión Obrera (Perú)\n',
    ],
    ['ru', 'heading-country', ['Азия'], 'Азия:\n- Партия риса (Япония)\n- Союз шахтёров (Чили)\n'],
    [
      'en',
      'heading-country',
      [],
      'Europe:\n- Liberal Union (Turkey)\n- Farmers Party (Georgia)\nNorth America:\n- Sugar Union (Cuba)\n',
    ],
    [
      'en',
      'flag-name',
      ['Communist Party of Peru'],
      '* {{flagicon|Chile}} Communist Party of Peru\n* {{flagicon|Spain}} Green Union\n* {{flagicon|Italy}} Red Front\n',
    ],
    [
      'en',
      'flag-name',
      [],
      '* {{flagicon|UK}} Workers Party of Britain\n* {{flagicon|Romania}} Romanian Socialist Party\n* {{flagicon|Italy}} Red Front\n',
    ],
  ],
  acronyms: [
    [
      'en',
      'acronym',
      ['Party of European Greens (PEG'],
      'The Party of European Greens (PEG) met in Riga. The Platform of Eastern Growers (PEG) sent a letter.',
    ],
    [
      'en',
      'acronym',
      [],
      'The World Trade Union (WTU) met in Riga. Later the WTU (World Trade Union) moved.',
    ],
    [
      'en',
      'acronym',
      ['NGF'],
      'The Northern Growers Fund (NGF) pays. In 2019 the Northern Growers Fund (NFG) paid twice.',
    ],
  ],
  'offices and affiliations': [
    [
      'en',
      'office-held-twice',
      ['Ingrid Solheim', 'Tobias Krantz'],
      'Ingrid Solheim, president of the Fjord Institute, opened the meeting. Tobias Krantz, president of the Fjord Institute, closed it.',
    ],
    [
      'en',
      'office-held-twice',
      [],
      'Ingrid Solheim, president of the Fjord Institute, opened the meeting. Tobias Krantz, former president of the Fjord Institute, closed it.',
    ],
    [
      'ru',
      'office-held-twice',
      ['Игорь Стрельников', 'Анна Колосова'],
      'Игорь Стрельников, председатель Союза «Волна», открыл съезд. Анна Колосова, председатель Союза «Волна», закрыла его.',
    ],
    [
      'en',
      'other-affiliation',
      ['Olga Brandt'],
      'Signed by:\n\nOlga Brandt (Harbour Union)\nPeter Lindqvist (Fishers Guild)\nMaria Santoro (Farmers League)\n\nOlga Brandt (Teachers League)\nHugo Weiss (Miners Club)\n',
    ],
    [
      'en',
      'leader-alone',
      ['Winifred Oakes'],
      'Harbour Union\nFounded1921\nLeaderWinifred Oakes\nHeadquartersHull\n\nThe Harbour Union is a trade union in Hull.',
    ],
    [
      'en',
      'leader-alone',
      [],
      'Harbour Union\nFounded1921\nLeaderWinifred Oakes\nHeadquartersHull\n\nThe Harbour Union is a trade union in Hull. Oakes has led it since 1990.',
    ],
    [
      'en',
      'only-initials',
      ['B. Novik'],
      'Signed by:\n\nOlga Brandt (Harbour Union)\nPeter Lindqvist (Fishers Guild)\nB. Novik (Farmers League)\nMaria Santoro (Teachers League)\n',
    ],
  ],
  'sources older than the event': [
    [
      'en',
      'source-before-event',
      ['Carla Vidal'],
      "'''Delta Forum''' is a network. The Delta Forum was inaugurated in Porto on 12 May 2019.\n\nSpeakers at the event included: Rui Teixeira, Carla Vidal,<ref>{{cite web|title=Carla Vidal will travel to the Delta Forum|url=https://a.example/1|date=3 May 2019}}</ref> Hugo Serra and Inês Prado.",
    ],
    [
      'en',
      'source-before-event',
      [],
      "'''Delta Forum''' is a network. The Delta Forum was inaugurated in Porto on 12 May 2019.\n\nSpeakers at the event included: Rui Teixeira, Carla Vidal,<ref>{{cite web|title=Carla Vidal spoke at the Delta Forum|url=https://a.example/1|date=13 May 2019}}</ref> Hugo Serra and Inês Prado.",
    ],
  ],
  'places with two names': [
    [
      'en',
      'rival-names',
      ['Kyiv', 'Kiev'],
      'The delegates flew from Kyiv to Riga. Three days later they were back in Kiev.',
    ],
    [
      'ru',
      'rival-names',
      ['Беларусь', 'Белоруссия'],
      'В форуме участвуют Армения и Беларусь. Председательствует Белоруссия.',
    ],
    [
      'en',
      'rival-names',
      ['St. Albans', 'Saint Albans'],
      'She was born in St. Albans and never left Saint Albans.',
    ],
    ['en', 'rival-names', [], 'The delegates flew from Kyiv to Riga and back to Kyiv.'],
  ],
};

describe('conflict rules', () => {
  for (const [what, cases] of Object.entries(ROWS)) {
    describe(what, () => {
      for (const [language, rule, quotes, ...texts] of cases) {
        const said = texts.join(' / ').replace(/\s+/g, ' ').slice(0, 90);
        it(`${quotes.length > 0 ? `finds ${quotes.join(' against ')}` : 'finds nothing'} in ${language} “${said}”`, () => {
          const findings = findingsIn(language, ...texts).filter(finding => finding.rule === rule);
          if (quotes.length === 0) return expect(findings.map(({ message }) => message)).to.eql([]);
          const touched = findings.map(finding => quotesOf(finding).join('\n'));
          expect(
            touched.some(words => quotes.every(quote => words.includes(quote))),
            JSON.stringify(touched),
          ).to.equal(true);
        });
      }
    });
  }
});
