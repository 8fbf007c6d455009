import { expect } from 'chai';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { suggest } from '../../../shared/detectors/suggest.ts';
import { learnedDetector } from '../../../shared/tagger/learned.ts';
import { tag } from '../../../shared/tagger/tag.ts';
import { type TrainingText, train } from '../../../shared/tagger/train.ts';

const checked = (text: string, documentId = 'd') =>
  new CheckedText({ documentId, text, mediaType: 'text/plain', language: 'en' });

/** A text in which [brackets] stand around what was accepted and {braces} around what was refused. */
function marked(marks: string): TrainingText {
  const accepted: { type: string; start: number; end: number }[] = [];
  const refused: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marks.split(/(\[[^\]]*\]|\{[^}]*\})/)) {
    const words = /^[[{]/.test(piece) ? piece.slice(1, -1) : piece;
    const span = { start: text.length, end: text.length + words.length };
    if (piece.startsWith('[')) accepted.push({ type: 'person', ...span });
    if (piece.startsWith('{')) refused.push(span);
    text += words;
  }
  return { text: checked(text), accepted, refused };
}

const first = marked(
  [
    'At noon comrade [Zorbleck] opened the meeting in {Grand Hall}.',
    'Then comrade [Quintorp] read the minutes, and comrade [Vashtel] thanked the guests of {Grand Hall}.',
    'The report of comrade [Morblin] was long; comrade [Treskow] cut it short at {High Table}.',
    'Before the vote comrade [Ubertin] and comrade [Wexley] spoke near {High Table}.',
  ].join('\n'),
);
const names = (text: string, tagger: ReturnType<typeof train>) =>
  tag(checked(text), tagger).map(({ start, end }) => text.slice(start, end));

describe('a tagger that learns from what was accepted', () => {
  const tagger = train([first]);

  it('finds in another text what is like it, and not what is like the refused', () => {
    const other = 'In the evening comrade Plinkhart closed the session at Grand Hall.';
    expect(names(other, tagger)).to.deep.equal(['Plinkhart']);
  });

  it('says how many accepted ones a proposal is like', () => {
    const text = checked('Later comrade Plinkhart left.');
    const [found] = suggest(text, { detectors: [], learned: learnedDetector(tagger) });
    expect(found).to.include({ type: 'person', quote: 'Plinkhart', detector: 'learned' });
    expect(found!.grounds[0]!.says).to.match(/^It is like 7 that you accepted/);
  });

  it('yields where a detector proposes the same words by itself', () => {
    const text = checked('Later comrade Ann Plinkhart left.');
    const found = suggest(text, { learned: learnedDetector(tagger) });
    expect(found.filter(one => one.detector === 'learned')).to.deep.equal([]);
  });

  it('learns the same from the same, also once it was kept as JSON', () => {
    expect(train([first])).to.deep.equal(tagger);
    const kept = JSON.parse(JSON.stringify(tagger)) as typeof tagger;
    const other = 'Soon comrade Plinkhart and comrade Ostrell came.';
    expect(names(other, kept)).to.deep.equal(names(other, tagger));
  });

  it('proposes nothing after too few examples, nor what other features were learned for', () => {
    expect(
      names('Soon comrade Plinkhart came.', train([marked('At noon comrade [Zorbleck] spoke.')])),
    ).to.eql([]);
    expect(names('Soon comrade Plinkhart came.', { ...tagger, features: 0 })).to.eql([]);
    expect(train([])).to.deep.include({ refused: 0, weights: {} });
  });

  it('learns members of a list by their place in it', () => {
    const line = (name: string) => ({ type: 'member', name });
    const text = `Our rivers\n- ${['Ambling', 'Breckfall', 'Cordwain', 'Drumlay'].join(' flows north\n- ')} flows north`;
    const accepted = ['Ambling', 'Breckfall', 'Cordwain', 'Drumlay'].map(line).map(({ type, name }) => {
      const start = text.indexOf(name);
      return { type, start, end: start + name.length };
    });
    const learned = train([{ text: checked(text), accepted, refused: [] }]);
    expect(names('Their rivers\n- Elmsey flows north\n- Fennock flows north', learned)).to.deep.equal([
      'Elmsey',
      'Fennock',
    ]);
  });
});
