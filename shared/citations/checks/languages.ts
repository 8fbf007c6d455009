import { primaryLanguage } from '../../values/context.ts';
import { scriptOf } from '../../values/names/script.ts';
import { citationsOf } from '../found-citation.ts';
import { because, type CitationCheck, checkOf, sideOf } from './check.ts';

/** Languages with a code of two letters (ISO 639-1). */
const CODES = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el ' +
    'en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ' +
    'ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na ' +
    'nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn ' +
    'so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);
/** Codes of countries and abbreviations that are often taken for those of languages. */
const MISTAKEN: Readonly<Record<string, string>> = {
  ...{ sp: 'es', gr: 'el', cz: 'cs', jp: 'ja', ua: 'uk', dk: 'da', cn: 'zh', rs: 'sr', iw: 'he', ge: 'ka' },
  ...{ ir: 'fa', by: 'be', al: 'sq', am: 'hy', vn: 'vi', se: 'sv', us: 'en', gb: 'en', br: 'pt', po: 'pl' },
  ...{ fre: 'fr', ger: 'de', dut: 'nl', cze: 'cs', gre: 'el', rum: 'ro', per: 'fa', chi: 'zh' },
};
/** The script in which most of a language is written, where it is not Latin. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Cyrillic: [
    'ru',
    'uk',
    'be',
    'bg',
    'mk',
    'sr',
    'kk',
    'ky',
    'mn',
    'tg',
    'tt',
    'ba',
    'cv',
    'sh',
    'bs',
    'uz',
    'az',
  ],
};

const unknown: CitationCheck = checkOf({
  id: 'cite-language-unknown',
  severity: 'warning',
  label: 'Languages that do not exist',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const field = citation.field('language');
      if (!field || !/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(field.text)) continue;
      const [code = '', ...rest] = field.text.split(/[-_]/);
      const isCode = code.length === 2 ? CODES.has(code) : !(code in MISTAKEN);
      // The region of the United Kingdom is GB.
      const isRegion = !rest.some(part => part.toUpperCase() === 'UK');
      if (isCode && isRegion) continue;
      const meant = isCode ? code : MISTAKEN[code];
      const region = rest.map(part => (part.toUpperCase() === 'UK' ? 'GB' : part));
      const whole = [meant, ...region].join('-');
      yield {
        message: `“${field.text}” is the code of no language.`,
        given: { code: field.text },
        about: [field.text, citation.address?.text ?? ''],
        sides: [sideOf(checked.text, field.whole)],
        ...(meant
          ? {
              grounds: [because('language-meant', `“${whole}” may be meant.`, { meant: whole })],
              edits: [{ ...field.value, text: whole }],
            }
          : {}),
      };
    }
  },
});

const missing: CitationCheck = checkOf({
  id: 'cite-language-missing',
  severity: 'info',
  label: 'Titles in another script without a language',
  *find(checked) {
    const own = primaryLanguage(checked.context) ?? 'en';
    const isCyrillic = SCRIPTS.Cyrillic!.includes(own);
    for (const citation of checked.once(citationsOf)) {
      const title = citation.template && citation.field('title');
      if (!title || citation.field('language')) continue;
      const script = scriptOf(title.text);
      if (script === undefined || script === (isCyrillic ? 'Cyrl' : 'Latn') || !/\p{L}{3}/u.test(title.text))
        continue;
      if (isCyrillic && script === 'Latn') continue;
      yield {
        message: 'The title is in another script, and its language is not given.',
        given: {},
        about: [citation.address?.text ?? title.text],
        sides: [sideOf(checked.text, title.whole)],
      };
    }
  },
});

const contradicted: CitationCheck = checkOf({
  id: 'cite-language-script',
  severity: 'info',
  label: 'Languages that are not written in the script of the title',
  *find(checked) {
    for (const citation of checked.once(citationsOf)) {
      const [title, language] = [citation.field('title'), citation.field('language')];
      const code = /^([a-z]{2})\b/.exec(language?.text ?? '')?.[1];
      if (!title || !language || !code || !CODES.has(code) || /,/.test(language.text)) continue;
      const isCyrillic = scriptOf(title.text) === 'Cyrl';
      const isLatin = scriptOf(title.text) === 'Latn';
      const latinOnly = ['en', 'es', 'fr', 'it', 'pt', 'de', 'pl', 'hr', 'cs', 'nl', 'sv', 'tr'].includes(
        code,
      );
      const cyrillicOnly = ['ru', 'uk', 'be', 'bg', 'mk'].includes(code);
      if (!(isCyrillic && latinOnly) && !(isLatin && cyrillicOnly)) continue;
      yield {
        message: `The title is not in the script of the language “${code}”.`,
        given: { code },
        about: [title.text, language.text],
        sides: [sideOf(checked.text, language.whole), sideOf(checked.text, title.whole)],
      };
    }
  },
});

const untranslated: CitationCheck = checkOf({
  id: 'cite-title-untranslated',
  severity: 'style',
  label: 'Foreign titles without a translation',
  *find(checked) {
    const own = primaryLanguage(checked.context) ?? 'en';
    for (const citation of checked.once(citationsOf)) {
      const [title, language] = [citation.field('title'), citation.field('language')];
      const code = /^([a-z]{2})\b/.exec(language?.text ?? '')?.[1];
      const meant = code && (CODES.has(code) ? code : MISTAKEN[code]);
      if (!title || !meant || meant === own || citation.field('translatedTitle')) continue;
      yield {
        message: 'A title in another language has no translation.',
        given: { language: meant },
        about: [title.text],
        sides: [sideOf(checked.text, title.whole)],
      };
    }
  },
});

export const languageChecks: readonly CitationCheck[] = [unknown, missing, contradicted, untranslated];
