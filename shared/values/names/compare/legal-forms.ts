import { plain, romanise } from './transliterate.ts';

/** Legal forms of organizations by class; forms of one class stand for each other across countries. */
const FORMS: Readonly<Record<string, string>> = {
  limited: `ltd|limited|ltda|limitada|ltée|limitee|co ltd|company limited|co limited|pvt ltd|private limited|pty ltd|pte ltd|
    llc|limited liability company|limited liability co|gmbh|gesellschaft mit beschränkter haftung|ggmbh|srl|s r l|
    societatea cu răspundere limitată|società a responsabilità limitata|sociedad de responsabilidad limitada|sarl|eurl|
    société à responsabilité limitée|sp z oo|spółka z ograniczoną odpowiedzialnością|sp zoo|doo|d o o|друштво са ограниченом одговорношћу|
    društvo s ograničenom odgovornošću|ooo|ооо|общество с ограниченной ответственностью|тов|товариство з обмеженою відповідальністю|
    bv|b v|besloten vennootschap|sl|s l|sociedad limitada|lda|bvba|kft|sro|s r o|aps|anpartsselskab|oy|zoo`,
  stock: `inc|incorporated|corp|corporation|plc|public limited company|public company|jsc|ojsc|pjsc|cjsc|joint stock company|open joint stock company|
    public joint stock company|closed joint stock company|ag|akg|aktiengesellschaft|sa|s a|société anonyme|sociedad anónima|sociedade anônima|
    sas|société par actions simplifiée|spa|società per azioni|sa de cv|sab de cv|nv|n v|naamloze vennootschap|ab|aktiebolag|a s|as|aksjeselskap|asa|oyj|
    ao|ао|оао|зао|пао|oao|zao|pao|акционерное общество|открытое акционерное общество|публичное акционерное общество|закрытое акционерное общество|
    ат|пат|прат|акціонерне товариство|spółka akcyjna|ad|a d|dd|d d|dioničko društvo|akcionarsko društvo|se|kk|kabushiki kaisha|tbk|bhd|sdn bhd|kgaa|saa`,
  partners: `lp|llp|limited partnership|limited liability partnership|kg|ohg|gmbh co kg|snc|sc|s c|ik|ип|пп|фоп`,
  association: `ev|e v|eingetragener verein|ngo|нко|го|общественная организация|onlus|asbl|vzw|ong`,
  company: `co|company|cia|cie|compañía|compagnie|компания|компанія|kompania|kompanija`,
};

/** A legal form as it ends or opens a name: its words and its class. */
interface LegalForm {
  readonly words: readonly string[];
  readonly kind: string;
}

const byFirst = new Map<string, LegalForm[]>();
for (const [kind, forms] of Object.entries(FORMS))
  for (const form of forms.split('|')) {
    const words = form
      .trim()
      .split(/\s+/)
      .map(word => plain(romanise(word)));
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { words, kind }]);
  }
for (const forms of byFirst.values()) forms.sort((a, b) => b.words.length - a.words.length);

/** @returns the longest legal form that stands at a place among words made plain */
export function legalFormAt(words: readonly string[], at: number): LegalForm | undefined {
  return byFirst
    .get(words[at] ?? '')
    ?.find(form => form.words.every((word, index) => words[at + index] === word));
}
