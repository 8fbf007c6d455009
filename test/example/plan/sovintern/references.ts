import { cites, inside, mark, stretch } from '../marks.ts';
import type { Judgement, PlannedClaim, PlannedPlaces } from '../plan.ts';

const reference = (key: string, words: string, proves: string, more: Judgement & { to?: string } = {}) => {
  const { to = '</ref>', ...judgement } = more;
  return mark(
    'Citation',
    `ref-${key}`,
    stretch(words, to),
    { 'What it should prove': proves },
    { workflow: 'Checked', ...judgement },
  );
};

const plain = (begin: string): string => `<ref>{{${begin}`;

const uses = (key: string, everywhere: string, more: Judgement = {}): PlannedPlaces => ({
  key,
  everywhere,
  type: 'Citation',
  ...more,
});

/** Every reference where it is written out, and where it is used again by its name. */
export const references: readonly (PlannedClaim | PlannedPlaces)[] = [
  reference('kremlin', plain('cite web|url=http://en.kremlin.ru'), 'The name of the network'),
  reference('sort', '<ref name="Sort">', 'The platform and whom it divides'),
  reference('kaos', '<ref name="Pérez Loira">', 'The platform', {
    note: 'The name of the reference is a slip for its author’s.',
    tags: ['spelling'],
  }),
  reference('nuevo', plain('cite web |url=https://elnuevodiario'), 'The platform'),
  reference('vedomosti', '<ref name="В Москве прошел «СОВИНТЕРН»">', 'The inauguration and over 15 members'),
  reference('lansing', '<ref name="Lansing">', 'The meeting in Moscow', {
    verdict: 'Unsupported by its source',
    tags: ['source too early'],
    note: '16 April, for a meeting of 27 April.',
  }),
  reference('karki', '<ref name="Nepali">', 'Pawan Karki spoke', {
    verdict: 'Unsupported by its source',
    tags: ['source too early'],
    note: 'The whole post stands as its title. Cut it to a few words.',
  }),
  reference('resumen', plain('cite web |title=Internacional. SOVINTERN'), 'The call for Cuba'),
  reference('forum', '<ref name="Forum">', 'Fourteen groups took part', {
    tags: ['self-published'],
    note: 'The organisation’s own page, without a date.',
  }),
  reference('labor', '<ref name=“Labor and Sovereignty”>', 'Sovereignty and Labor took part', {
    to: '(/ref>',
    workflow: 'Returned',
    verdict: 'Unsupported by its source',
    tags: ['mark-up'],
    note: '“(/ref>” for “</ref>”. The reference never closes and takes the Workers Party of Britain and the reference “SPS” with it. The language code is es, not sp.',
  }),
  reference('sps', '<ref name="SPS">', 'A Sahrawi official spoke', {
    workflow: 'Returned',
    tags: ['mark-up'],
    note: 'Swallowed by the unclosed reference before it, so that its other uses find nothing.',
  }),
  reference(
    'rinascita',
    plain('Cite web |last=giannifavaro'),
    'The Communist Party of Popular Unity took part',
    {
      workflow: 'Returned',
      note: 'Two names for one site, and an author’s account for a family name.',
    },
  ),
  reference('strategic', '<ref name="StrategicCulture2026">', 'The Communist Party of Switzerland took part'),
  reference('prensa', '<ref name="PrensaLatina2026">', 'Seven parties took part', {
    verdict: 'Unsupported by its source',
    tags: ['source too early', 'dates'],
    note: 'Month before day here, the other references have the day first.',
  }),
  reference('nuestra', '<ref name="Nuestra">', 'The Communist Party of Argentina took part'),
  reference(
    'extremo',
    plain('Cite web |date=2026-04-27 |title=Sovintern en Moscú'),
    'The Patria Grande Front took part',
    {
      note: 'The name of the newspaper is in the title as well as in its own place.',
    },
  ),
  reference(
    'defend',
    plain('cite web |url=https://www.defenddemocracy'),
    'The Union of Democratic Socialists took part',
  ),
  reference('cpmk', plain('Cite web |title=The Anti Imperialist Struggle'), 'The party of Kenya took part', {
    verdict: 'Unsupported by its source',
    note: 'Nothing in its title has to do with Moscow.',
  }),
  reference('uwi', plain('cite web |url=https://uwidata.com'), 'The Patriotic Party spoke'),
  reference('skoj', '<ref name="Red Youth">', 'The League of Communist Yugoslav Youth took part', {
    workflow: 'Returned',
    note: 'About an attack on its leader. Nothing on the Sovintern.',
  }),
  reference('starobelsk', '<ref name=“Sovintern”>', 'Fifteen groups took part', {
    workflow: 'Returned',
    verdict: 'Unsupported by its source',
    tags: ['mark-up'],
    note: 'Curly quotation marks become part of its name, here and in all fourteen other places.',
  }),
  uses('sort-use', '<ref name="Sort" />'),
  uses('vedomosti-use', '<ref name="В Москве прошел «СОВИНТЕРН»"/>'),
  mark('Citation', 'vedomosti-use 4', '<ref name="В Москве прошел «СОВИНТЕРН»" />', {}),
  uses('lansing-use', '<ref name="Lansing"/>'),
  uses('sps-use', '<ref name="SPS"/>', { workflow: 'Returned', tags: ['mark-up'] }),
  uses('prensa-use', '<ref name="PrensaLatina2026"/>'),
  uses('forum-use', '<ref name="Forum"/>'),
  uses('starobelsk-use', '<ref name=“Sovintern”/>', { workflow: 'Returned', tags: ['mark-up'] }),
  mark('Citation', 'nuestra-use', '<ref name="Nuestra" />', {}, { workflow: 'Checked' }),
  mark('Citation', 'karki-use', '<ref name="Nepali"/>', {}, { workflow: 'Checked' }),
  mark(
    'Date',
    'accessed',
    '06-01-2026',
    { Event: 'Access to soberaniaytrabajo.org' },
    { workflow: 'Checking', tags: ['dates'] },
  ),
  mark(
    'Date',
    'accessed-forum',
    '2026-05-03',
    { Event: 'Access to sovintern.org/en/forum' },
    { workflow: 'Checked', tags: ['dates'] },
  ),
  mark(
    'Date',
    'departed',
    inside('|date=23 April 2026|', '23 April 2026'),
    { Event: 'Pawan Karki leaves for Moscow' },
    {
      workflow: 'Checked',
      verdict: 'Accurate',
      tags: ['dates'],
      evidence: [cites('karki', 'Supports', { fit: 'States it', accessed: '2026-05-07', locator: 'title' })],
    },
  ),
];
