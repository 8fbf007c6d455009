import { cites } from '../marks.ts';
import type { Sweep } from '../plan.ts';

/** What the entries of the lists rest on, reference by reference. */
export const sweeps: readonly Sweep[] = [
  {
    claims: [
      'the-left',
      'New Communist Party of Yugoslavia',
      'World Anti-Imperialist Platform',
      'african-studies',
      'TROPASS',
      'Vashi Novosti',
      'Foreign Journalists for Russia',
      'telesur',
      'Russian Institute of Eastern Europe and Central Asia at the School of International Studies',
      'Institute of Regional Countries',
      'Struggle Unity',
      'Confederation of Lawyers of Asia and the Pacific',
      'Spirit of Bandung Movement',
      'SIRAC Trade Union Association',
    ],
    tags: ['self-published'],
    workflow: 'Checked',
    evidence: cites('forum', 'Mentions', {
      accessed: '2026-05-03',
      remark: 'The organisation’s own page, undated. Nobody else says so.',
    }),
  },
  {
    claims: [
      'Green Left Party',
      'Romanian Socialist Party',
      "Workers' Party of Chile (Marxist–Leninist)",
      'honduras',
      'guasu',
      'tekojoja',
      'People’s Democracy Party',
      'Anti-Imperialist International of the Peoples',
      'Pamplona Russian Film Cycle',
      'Slavic Cultural Association of Pamplona',
      'Sovereigntist Left Chile',
      'Martín Fierro Movement',
      'Our Homeland Movement',
      'Priests in Support of the Poor',
      "Women's League of the UDS",
    ],
    verdict: 'Unsupported by its source',
    workflow: 'Checked',
    evidence: cites('starobelsk', 'Mentions', {
      fit: 'Silent',
      accessed: '2026-05-26',
      quote: 'Sovintern demonstrates unity in condemning the terrorist attack by Ukrainian Nazis.',
      remark: 'The words the reference quotes are about another matter and name no group.',
    }),
  },
  {
    claims: [
      'just-russia',
      'moldova-here',
      'Movement of Socialists',
      'American Communist Party',
      'sandinista',
      'Party of Progress and Socialism',
      'Tunisia Forward',
    ],
    tags: ['source too early'],
    verdict: 'Unsupported by its source',
    workflow: 'Checked',
    evidence: cites('prensa', 'Partly supports', {
      fit: 'Predates the event',
      accessed: '2026-04-24',
      remark: '24 April, and the title says that Moscow will host. It cannot show who came.',
    }),
  },
  {
    claims: ['britain', 'Party of Progress and Socialism', 'Union of Democratic Socialists'],
    tags: ['source too early'],
    evidence: cites('lansing', 'Mentions', {
      fit: 'Predates the event',
      accessed: '2026-04-28',
      remark: '16 April, eleven days before the event.',
    }),
  },
  {
    claims: ['beissat', 'Polisario Front'],
    workflow: 'Checked',
    evidence: cites('sps', 'Partly supports', {
      fit: 'States something weaker',
      accessed: '2026-04-28',
      locator: 'title',
      remark: '“Sahrawi official” in the title; name and party are to be found in the text.',
    }),
  },
  {
    claims: ['karki', 'nepal'],
    workflow: 'Checked',
    verdict: 'Unsupported by its source',
    tags: ['source too early'],
    evidence: cites('karki', 'Partly supports', {
      fit: 'Predates the event',
      accessed: '2026-05-07',
      quote: 'Today, I am departing for Moscow, Russia, representing the Nepali Communist Party',
      remark: 'A departure on 23 April. It cannot show who spoke on the 27th, or that the party took part.',
    }),
  },
  {
    claims: ['Evo Morales', 'EVO Pueblo'],
    workflow: 'Checking',
    evidence: cites('vedomosti', 'Mentions', {
      accessed: '2026-04-28',
      remark: 'Cited for him by name; to be looked up.',
    }),
  },
  {
    claims: ['authentic', 'argentina'],
    workflow: 'Checked',
    evidence: cites('nuestra', 'Mentions', {
      accessed: '2026-04-28',
      quote: 'El Partido Comunista de la Argentina en el Sovintern',
      locator: 'title',
      remark: 'Names the Communist Party. The other party is to be looked for in the text.',
    }),
  },
  {
    claims: ['Patria Grande Front'],
    workflow: 'Checked',
    evidence: cites('extremo', 'Mentions', { accessed: '2026-05-12', locator: 'title' }),
  },
  {
    claims: ['popular-unity'],
    workflow: 'Returned',
    tags: ['source too early'],
    evidence: cites('rinascita', 'Mentions', {
      fit: 'Predates the event',
      accessed: '2026-05-09',
      locator: 'title',
      remark: '20 April, an appeal. The site is movimentorinascitacomunista.com: is that this party?',
    }),
  },
  {
    claims: ['labor'],
    verdict: 'Unsupported by its source',
    evidence: cites('labor', 'Mentions', { fit: 'Silent', locator: 'title' }),
  },
  {
    claims: ['swiss'],
    workflow: 'Checking',
    evidence: cites('strategic', 'Mentions', {
      accessed: '2026-05-20',
      remark: 'Printed on the day it was read.',
    }),
  },
  {
    claims: ['just-russia'],
    evidence: cites('sort', 'Supports', {
      fit: 'States it',
      accessed: '2026-04-28',
      quote: 'la alternativa de Rusia a la Internacional Socialista',
      locator: 'title',
    }),
  },
  {
    claims: ['Union of Democratic Socialists'],
    workflow: 'Checking',
    evidence: cites('defend', 'Mentions', { accessed: '2026-04-30' }),
  },
  {
    claims: ['kenya'],
    workflow: 'Checked',
    verdict: 'Unsupported by its source',
    evidence: cites('cpmk', 'Mentions', {
      fit: 'Silent',
      accessed: '2026-05-01',
      locator: 'title',
      remark: '“The Anti Imperialist Struggle in West Asia and the World”: nothing on Moscow.',
    }),
  },
  {
    claims: ['patriotic'],
    workflow: 'Checked',
    evidence: cites('uwi', 'Supports', {
      fit: 'States it',
      accessed: '2026-05-01',
      quote: 'Speech of Vatan Party at the founding congress of SOVINTERN',
      locator: 'title',
    }),
  },
  {
    claims: ['youth'],
    workflow: 'Checked',
    verdict: 'Unsupported by its source',
    evidence: cites('skoj', 'Mentions', {
      fit: 'Silent',
      accessed: '2026-05-08',
      remark: 'That its leader was attacked. Nothing on Moscow.',
    }),
  },
  {
    claims: ['Miguel Suárez del Cerro', 'Patricio Brodsky', 'Jaime Flores', 'coordinator'],
    tags: ['uncited'],
    verdict: 'Unverifiable',
    workflow: 'Returned',
  },
  {
    claims: [
      'Comintern',
      'Cominform',
      'Comecon',
      'Solidnet',
      'comintern',
      'cominform',
      'comecon',
      'solidnet',
    ],
    workflow: 'Checking',
    tags: ['uncited'],
  },
  {
    claims: ['Jackson Hinkle', 'Christopher Helali', 'Haz Al-Din', 'George Galloway'],
    workflow: 'Checking',
  },
];
