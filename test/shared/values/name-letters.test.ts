import { expect } from 'chai';
import { romaniseCyrillic } from '../../../shared/values/names/compare/cyrillic.ts';
import { editDistance } from '../../../shared/values/names/compare/edit.ts';
import { foldOf } from '../../../shared/values/names/compare/fold.ts';
import { normaliseName } from '../../../shared/values/names/compare/normalise.ts';
import { numberIn } from '../../../shared/values/names/compare/numbers.ts';
import { plain, romanise } from '../../../shared/values/names/compare/transliterate.ts';

const fold = (word: string): string => foldOf(romanise(word));

describe('The letters of names', () => {
  it('meet in one fold however they are romanised', () => {
    for (const words of [
      'Đenić Djenić Ђенић',
      'Хрущёв Khrushchev Хрущев',
      'Čajkovski Chaikovski Чайковский Tschaikowski',
      'Mohammed Mohamed',
      'Wladimir Vladimir Владимир',
      'Яковлев Yakovlev Jakovlev Iakovlev',
      'Milošević Милошевић Miloshevich',
      'Schmidt Shmidt',
      'Философ Filosof Philosoph',
    ])
      expect(new Set(words.split(' ').map(fold)).size, words).to.equal(1);
  });

  it('are read by the language of the name', () => {
    expect(romaniseCyrillic('гнатюк', 'uk')).to.equal('hnatyuk');
    expect(romaniseCyrillic('гнатюк', 'ru')).to.equal('gnatyuk');
    expect(romaniseCyrillic('щърбев', 'bg')).to.equal('shtarbev');
    expect(romaniseCyrillic('ћирић')).to.equal('ćirić');
  });

  it('become plain ones in every script', () => {
    expect(
      ['Łódź', 'Straße', 'Ærø', 'Αθήνα', 'თბილისი', '北京'].map(word => plain(romanise(word))),
    ).to.deep.equal(['lodz', 'strasse', 'aero', 'athina', 'tbilisi', 'beijing']);
  });

  it('lose what nobody sees and get one kind of quote, dash and space', () => {
    expect(normaliseName(' Al\u200b\u00ad-Qa’ida —\u00a0“x” ').text).to.equal('Al-Qa\'ida - "x"');
  });

  it('cost less to change where they are confused', () => {
    const far = editDistance('marko', 'marto', 1000);
    expect(editDistance('marko', 'marco', 1000)).to.be.lessThan(far);
    expect(editDistance('mirko', 'marko', 1000)).to.be.lessThan(far);
    expect(editDistance('makro', 'marko', 1000)).to.be.lessThan(far);
    expect(editDistance('marko', 'zzzzzzzz', 100)).to.equal(Number.POSITIVE_INFINITY);
  });

  it('say numbers in digits, words, ordinals and Roman digits', () => {
    expect(['44', '1st', 'third', 'xiv', 'twenty', 'mir', 'vi'].map(numberIn)).to.deep.equal([
      44,
      1,
      3,
      14,
      20,
      undefined,
      6,
    ]);
  });
});
