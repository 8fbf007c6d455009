import { expect } from 'chai';
import { Presences } from '../../../server/services/presence.ts';
import { uuid } from '../../support/objects.ts';

const at = (name: string, screen = 'library') => ({ name, browser: uuid(1), screen });

describe('who is here', () => {
  let now: number;
  let presences: Presences;
  let told: number;
  const names = () => presences.present.map(({ name }) => name);

  beforeEach(() => {
    now = 0;
    told = 0;
    presences = new Presences(() => now);
    presences.subscribe(() => told++);
  });

  it('is told when somebody comes, moves or goes, not when they only stay', () => {
    presences.tell(uuid(10), at('Ines'));
    presences.tell(uuid(10), at('Ines'));
    expect(told).to.equal(1);
    presences.tell(uuid(10), at('Ines', 'read'));
    expect(told).to.equal(2);
    presences.end(uuid(10));
    presences.end(uuid(10));
    expect(told).to.equal(3);
    expect(names()).to.eql([]);
  });

  it('names those first who moved last', () => {
    for (const [i, name] of ['Ines', 'Marta', 'Li'].entries()) presences.tell(uuid(10 + i), at(name));
    presences.tell(uuid(10), at('Ines', 'read'));
    presences.tell(uuid(11), at('Marta'));
    expect(names()).to.eql(['Ines', 'Li', 'Marta']);
  });

  it('forgets a window forty seconds after its last word', () => {
    presences.tell(uuid(10), at('Ines'));
    now = 30_000;
    presences.tell(uuid(10), at('Ines'));
    now = 69_999;
    presences.sweep();
    expect(names()).to.eql(['Ines']);
    now = 70_000;
    expect(names()).to.eql([]);
    expect(told).to.equal(1);
    presences.sweep();
    expect(told).to.equal(2);
  });

  it('has room for so many windows, and again when some are gone', () => {
    for (let i = 0; i < 500; i++) presences.tell(uuid(i + 10), at('Ines'));
    expect(() => presences.tell(uuid(9), at('Marta'))).to.throw(/500 windows/);
    now = 50_000;
    presences.tell(uuid(9), at('Marta'));
    expect(names()).to.eql(['Marta']);
  });
});
