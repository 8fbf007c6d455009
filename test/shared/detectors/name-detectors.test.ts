import { expect } from 'chai';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { suggest } from '../../../shared/detectors/suggest.ts';
import type { MediaType } from '../../../shared/model/document.ts';

const NAMES = new Set(['member', 'speaker', 'signatory', 'person', 'organization']);

/** What is suggested of names in a text, as "type: words". */
function named(text: string, language: string, mediaType: MediaType = 'text/plain'): string[] {
  const checked = new CheckedText({ documentId: 'd', text, mediaType, language });
  return suggest(checked)
    .filter(({ type }) => NAMES.has(type))
    .map(({ type, quote }) => `${type}: ${quote}`);
}

const of = (type: string, ...words: readonly string[]) => words.map(one => `${type}: ${one}`);

interface Case {
  readonly name: string;
  readonly language: string;
  readonly text: string;
  /** All that is suggested of names, in text order. */
  readonly suggested: readonly string[];
  readonly mediaType?: MediaType;
}

const cases: readonly Case[] = [
  {
    name: 'who took part, by an enumeration with articles and brackets',
    language: 'en',
    text: 'A coalition including the Dockside Tenants Union, Friends of the Estuary, the Maritime Workers League (MWL) and Clean Port Now.',
    suggested: of(
      'member',
      'Dockside Tenants Union',
      'Friends of the Estuary',
      'Maritime Workers League',
      'Clean Port Now',
    ),
  },
  {
    name: 'countries, the last of them not the last',
    language: 'en',
    text: 'It was attended by delegations from Norway, Ghana, Peru, and Viet Nam, among others.',
    suggested: of('member', 'Norway', 'Ghana', 'Peru', 'Viet Nam'),
  },
  {
    name: 'speakers with brackets, and what they are',
    language: 'en',
    text: 'Keynote speakers were Priya Raman (Harbour Alliance), Jorge Luis Ortega (Puertos Unidos), former minister Ann Hale, and Mei-Ling Chow.',
    suggested: [
      'speaker: Priya Raman',
      'organization: Harbour Alliance',
      ...of('speaker', 'Jorge Luis Ortega', 'Ann Hale', 'Mei-Ling Chow'),
    ],
  },
  {
    name: 'people by their offices and by how they are addressed',
    language: 'en',
    text: 'Its director, Priya Raman, said little. Mrs. Okafor, chair of the drafting committee, thanked Laura Stein, a researcher at the Max Planck Institute. “No,” added Councillor Tom Whitby.',
    suggested: [
      'speaker: Priya Raman',
      'person: Mrs. Okafor',
      'person: Laura Stein',
      'organization: Max Planck Institute',
      'speaker: Tom Whitby',
    ],
  },
  {
    name: 'signed lines',
    language: 'en',
    text: 'Signed,\nIngrid Solheim, Prime Minister\nKwame Boateng (World Seed Bank)\nLindqvist P.\n',
    suggested: [
      'signatory: Ingrid Solheim',
      'signatory: Kwame Boateng',
      'organization: World Seed Bank',
      'signatory: Lindqvist P.',
    ],
  },
  {
    name: 'an infobox and a list with flags',
    language: 'es',
    mediaType: 'text/x-wiki',
    text: '{{Ficha de organización\n| presidente = [[Marta Quiroga]]\n| secretario_general = Iñaki Beltrán<br>Rosalía Vence\n}}\n== Miembros ==\n* {{bandera|Uruguay}} [[Central Obrera del Sur]]<ref>x</ref>\n* {{bandera|Bolivia}} [[Confederación Minera (Bolivia)|Confederación Minera]] (CM)\n',
    suggested: [
      ...of('person', 'Marta Quiroga', 'Iñaki Beltrán', 'Rosalía Vence'),
      ...of('member', 'Central Obrera del Sur', 'Confederación Minera'),
    ],
  },
  {
    name: 'speakers and bodies',
    language: 'es',
    text: 'Entre los oradores figuraron: Marta Quiroga, la diputada chilena Pilar Oyarzún, Tomás Echeverri y Xavier Puig, entre otros. Asistieron representantes de la Federación Gráfica, el Sindicato de Estibadores y la Asociación de Costureras.',
    suggested: [
      ...of('speaker', 'Marta Quiroga', 'Pilar Oyarzún', 'Tomás Echeverri', 'Xavier Puig'),
      ...of('member', 'Federación Gráfica', 'Sindicato de Estibadores', 'Asociación de Costureras'),
    ],
  },
  {
    name: 'bodies whose names have small words',
    language: 'fr',
    text: 'Nous, membres du Parti communiste français, de la Confédération générale du travail, du Mouvement de la paix et de la Ligue des droits de l’homme, appelons à la paix. Jean-Marc Duval, secrétaire général du Syndicat national des enseignants, se tait.',
    suggested: [
      ...of(
        'member',
        'Parti communiste français',
        'Confédération générale du travail',
        'Mouvement de la paix',
        'Ligue des droits de l’homme',
      ),
      'person: Jean-Marc Duval',
      'organization: Syndicat national des enseignants',
    ],
  },
  {
    name: 'signatories with bullets',
    language: 'fr',
    text: 'Signataires :\n- Nathalie Bertin, présidente\n- Hugues Lambert (Union des marins)\n- Aïcha Benali\n',
    suggested: [
      'signatory: Nathalie Bertin',
      'signatory: Hugues Lambert',
      'organization: Union des marins',
      'signatory: Aïcha Benali',
    ],
  },
  {
    name: 'bodies with a preposition before each, and a minister',
    language: 'it',
    text: 'Hanno partecipato rappresentanti della Federazione Operaia, del Partito della Rifondazione Comunista e del Sindacato dei Portuali. Tra i relatori: Giulia Ferri, Paolo Conti e l’ex ministro Carlo Bassi.',
    suggested: [
      ...of(
        'member',
        'Federazione Operaia',
        'Partito della Rifondazione Comunista',
        'Sindacato dei Portuali',
      ),
      ...of('speaker', 'Giulia Ferri', 'Paolo Conti', 'Carlo Bassi'),
    ],
  },
  {
    name: 'bodies and a speaker',
    language: 'pt',
    text: 'Participaram representantes do Partido Verde Popular, do Movimento Sem Teto e da Frente Brasil Livre. A presidenta, Marina Prado, afirmou isso.',
    suggested: [
      ...of('member', 'Partido Verde Popular', 'Movimento Sem Teto', 'Frente Brasil Livre'),
      'speaker: Marina Prado',
    ],
  },
  {
    name: 'compound nouns, numbered speakers with offices',
    language: 'de',
    mediaType: 'text/markdown',
    text: '## Mitglieder\n\n- Deutscher Anglerverband\n- Bund der Wasserfreunde\n- Rosa-Hoffmann-Stiftung\n\n## Redner\n\n1. Heike Lorenz, Vorsitzende\n2. Bürgermeisterin Ute Sommer\n\nDer Bundestagsabgeordnete Ralf Ziegler sagte nichts.\n',
    suggested: [
      ...of('member', 'Deutscher Anglerverband', 'Bund der Wasserfreunde', 'Rosa-Hoffmann-Stiftung'),
      ...of('speaker', 'Heike Lorenz', 'Ute Sommer', 'Ralf Ziegler'),
    ],
  },
  {
    name: 'bodies in cases, names in quotation marks, initials',
    language: 'ru',
    text: 'Мы, представители Института востоковедения, Союза композиторов России и Московского общества испытателей, молчим. Были партия «Новый путь», движение «Чистый город» и газета «Северный вестник». «Нет», — сказал депутат Городской думы Павел Журавлёв.\n\nПодписали:\nКорнеев И.В., профессор\nБелова Н.С. (Союз композиторов)\n',
    suggested: [
      ...of(
        'member',
        'Института востоковедения',
        'Союза композиторов России',
        'Московского общества испытателей',
      ),
      ...of('member', 'партия «Новый путь»', 'движение «Чистый город»', 'газета «Северный вестник»'),
      'organization: Городской думы',
      'speaker: Павел Журавлёв',
      'signatory: Корнеев И.В.',
      'signatory: Белова Н.С.',
      'organization: Союз композиторов',
    ],
  },
  {
    name: 'bodies in cases, and who leads one',
    language: 'uk',
    text: 'Ми, члени Спілки журналістів України, Асоціації правників та Інституту демократії, мовчимо. Голова Спілки журналістів України Олена Ткаченко заявила це.',
    suggested: [
      ...of('member', 'Спілки журналістів України', 'Асоціації правників', 'Інституту демократії'),
      'organization: Спілки журналістів України',
      'speaker: Олена Ткаченко',
    ],
  },
  {
    name: 'bodies in cases, signatories behind bullets',
    language: 'pl',
    text: 'Przybyli przedstawiciele Polskiej Partii Socjalistycznej, Związku Nauczycielstwa Polskiego oraz Fundacji im. Róży Luksemburg.\n\nSygnatariusze:\n• Anna Kowalczyk – Stowarzyszenie Kobiet\n• Marek Wiśniewski, poseł na Sejm\n',
    suggested: [
      ...of(
        'member',
        'Polskiej Partii Socjalistycznej',
        'Związku Nauczycielstwa Polskiego',
        'Fundacji im. Róży Luksemburg',
      ),
      'signatory: Anna Kowalczyk',
      'organization: Stowarzyszenie Kobiet',
      'signatory: Marek Wiśniewski',
    ],
  },
  {
    name: 'bodies and a president',
    language: 'sr',
    text: 'Дошли су представници Социјалистичке партије рада, Савеза синдиката Војводине и Покрета за мир. Председница Удружења пензионера Весна Петровић изјавила је то.',
    suggested: [
      ...of('member', 'Социјалистичке партије рада', 'Савеза синдиката Војводине', 'Покрета за мир'),
      'organization: Удружења пензионера',
      'speaker: Весна Петровић',
    ],
  },
  {
    name: 'speakers, and bodies that signed',
    language: 'hr',
    text: 'Govornici su bili: Ivana Horvat, Tomislav Babić, Marija Kovačević i Petar Jurić. Potpisali su ga Radnička fronta, Zelena akcija i Udruga mladih Istre.',
    suggested: [
      ...of('speaker', 'Ivana Horvat', 'Tomislav Babić', 'Marija Kovačević', 'Petar Jurić'),
      ...of('member', 'Radnička fronta', 'Zelena akcija', 'Udruga mladih Istre'),
    ],
  },
];

describe('what is suggested of names', () => {
  for (const { name, language, text, suggested, mediaType } of cases)
    it(`${language}: ${name}`, () => {
      expect(named(text, language, mediaType)).to.deep.equal(suggested);
    });

  const nothing: readonly [string, string, string][] = [
    ['links to read on', 'en', '== See also ==\n* [[First Party]]\n* [[Second Party]]\n'],
    [
      'entries that are sentences',
      'en',
      'We demand:\n- that the war ends at once;\n- that all prisoners go free.\n',
    ],
    [
      'streets and towns named after people',
      'en',
      'It met on Karl Marx Street. A Congress was held in Paris.',
    ],
    [
      'words that begin sentences',
      'en',
      'Shortly before noon it rained. However, Nobody came. The Party left.',
    ],
    [
      'terms that are explained',
      'en',
      '* Anchoring: how a note finds its words again after the text has changed.\n* Overlap: what happens when two notes stand on the same words in a text.\n',
    ],
  ];
  for (const [name, language, text] of nothing)
    it(`finds no names in ${name}`, () => {
      expect(named(text, language, 'text/x-wiki')).to.deep.equal([]);
    });

  it('says what somebody is and where', () => {
    const text =
      'Laura Stein, a researcher at the Max Planck Institute, left. Russian President Ivanov V. V. stayed.';
    const checked = new CheckedText({ documentId: 'd', text, mediaType: 'text/plain', language: 'en' });
    const people = suggest(checked).filter(({ type }) => type === 'person');
    expect(people.map(({ quote, fields }) => [quote, fields])).to.deep.equal([
      [
        'Laura Stein',
        { role: 'a researcher at the Max Planck Institute', affiliation: 'Max Planck Institute' },
      ],
      ['Ivanov V. V.', { role: 'Russian President' }],
    ]);
    expect(people[0]!.grounds.map(({ rule }) => rule)).to.deep.equal(['given-name', 'called']);
  });
});
