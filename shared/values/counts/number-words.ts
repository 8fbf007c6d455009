import { wordKey } from '../folded.ts';

/**
 * Number words by language, each with its value; forms of one value are joined by "/". Slavic and Russian ones stand
 * also in the cases that follow comparators ("более двадцати"). Values of 100 and of 1,000 up can be multiplied by
 * what stands before them.
 */
const TABLE: Readonly<Record<string, string>> = {
  en: '0 zero 1 one/once 2 two/twice/bilateral 3 three/thrice/tripartite/trilateral 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven 12 twelve/dozen 13 thirteen 14 fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty/score 30 thirty 40 forty/fourty 50 fifty 60 sixty 70 seventy 80 eighty 90 ninety 100 hundred 1e3 thousand 1e6 million 1e9 billion/bn 1e12 trillion',
  es: '0 cero 1 uno/una/un 2 dos 3 tres 4 cuatro 5 cinco 6 seis 7 siete 8 ocho 9 nueve 10 diez 11 once 12 doce/docena 13 trece 14 catorce 15 quince 16 dieciséis 17 diecisiete 18 dieciocho 19 diecinueve 20 veinte/veintena 21 veintiuno/veintiún/veintiuna 22 veintidós 23 veintitrés 24 veinticuatro 25 veinticinco 26 veintiséis 27 veintisiete 28 veintiocho 29 veintinueve 30 treinta/treintena 40 cuarenta 50 cincuenta 60 sesenta 70 setenta 80 ochenta 90 noventa 100 cien/ciento/centenar 200 doscientos/doscientas 300 trescientos/trescientas 400 cuatrocientos/cuatrocientas 500 quinientos/quinientas 600 seiscientos/seiscientas 700 setecientos/setecientas 800 ochocientos/ochocientas 900 novecientos/novecientas 1e3 mil/millar 1e6 millón/millones',
  fr: '0 zéro 1 un/une 2 deux 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 9 neuf 10 dix/dizaine 11 onze 12 douze/douzaine 13 treize 14 quatorze 15 quinze/quinzaine 16 seize 20 vingt/vingts/vingtaine 30 trente/trentaine 40 quarante/quarantaine 50 cinquante/cinquantaine 60 soixante/soixantaine 70 septante 80 huitante/octante 90 nonante 100 cent/cents/centaine 1e3 mille/millier 1e6 million/millions 1e9 milliard/milliards',
  ru: '0 ноль/нуль 1 один/одна/одно/одного/одной/одну 2 два/две/двух/двое/дважды 3 три/трёх/трое/трижды 4 четыре/четырёх/четверо 5 пять/пяти 6 шесть/шести 7 семь/семи 8 восемь/восьми 9 девять/девяти 10 десять/десяти/десяток/десятка 11 одиннадцать/одиннадцати 12 двенадцать/двенадцати/дюжина 13 тринадцать/тринадцати 14 четырнадцать/четырнадцати 15 пятнадцать/пятнадцати 16 шестнадцать/шестнадцати 17 семнадцать/семнадцати 18 восемнадцать/восемнадцати 19 девятнадцать/девятнадцати 20 двадцать/двадцати 30 тридцать/тридцати 40 сорок/сорока 50 пятьдесят/пятидесяти 60 шестьдесят/шестидесяти 70 семьдесят/семидесяти 80 восемьдесят/восьмидесяти 90 девяносто/девяноста 100 сто/ста/сотня/сотни 200 двести/двухсот 300 триста/трёхсот 400 четыреста/четырёхсот 500 пятьсот/пятисот 600 шестьсот/шестисот 700 семьсот/семисот 800 восемьсот/восьмисот 900 девятьсот/девятисот 1e3 тысяча/тысячи/тысяч/тысячу/тыс 1e6 миллион/миллиона/миллионов/млн 1e9 миллиард/миллиарда/миллиардов/млрд',
  de: '0 null 1 ein/eine/einen/einer/eins 2 zwei 3 drei 4 vier 5 fünf 6 sechs 7 sieben 8 acht 9 neun 10 zehn 11 elf 12 zwölf/dutzend 13 dreizehn 14 vierzehn 15 fünfzehn 16 sechzehn 17 siebzehn 18 achtzehn 19 neunzehn 20 zwanzig 30 dreißig/dreissig 40 vierzig 50 fünfzig 60 sechzig 70 siebzig 80 achtzig 90 neunzig 100 hundert/einhundert 200 zweihundert 300 dreihundert 400 vierhundert 500 fünfhundert 600 sechshundert 700 siebenhundert 800 achthundert 900 neunhundert 1e3 tausend 1e6 million/millionen/mio 1e9 milliarde/milliarden/mrd',
  it: '0 zero 1 uno/una/un 2 due 3 tre 4 quattro 5 cinque 6 sei 7 sette 8 otto 9 nove 10 dieci/decina 11 undici 12 dodici/dozzina 13 tredici 14 quattordici 15 quindici 16 sedici 17 diciassette 18 diciotto 19 diciannove 20 venti/ventina 30 trenta 40 quaranta 50 cinquanta 60 sessanta 70 settanta 80 ottanta 90 novanta 100 cento/centinaio 200 duecento 300 trecento 400 quattrocento 500 cinquecento 600 seicento 700 settecento 800 ottocento 900 novecento 1e3 mille/mila/migliaio 1e6 milione/milioni 1e9 miliardo/miliardi',
  pt: '0 zero 1 um/uma 2 dois/duas 3 três 4 quatro 5 cinco 6 seis 7 sete 8 oito 9 nove 10 dez/dezena 11 onze 12 doze/dúzia 13 treze 14 catorze/quatorze 15 quinze 16 dezesseis/dezasseis 17 dezessete/dezassete 18 dezoito 19 dezenove/dezanove 20 vinte 30 trinta 40 quarenta 50 cinquenta 60 sessenta 70 setenta 80 oitenta 90 noventa 100 cem/cento/centena 200 duzentos/duzentas 300 trezentos/trezentas 400 quatrocentos/quatrocentas 500 quinhentos/quinhentas 600 seiscentos/seiscentas 700 setecentos/setecentas 800 oitocentos/oitocentas 900 novecentos/novecentas 1e3 mil/milhar 1e6 milhão/milhões 1e9 bilhão/bilhões',
  sr: '1 jedan/jedna/један/једна 2 dva/dve/dvije/два/две 3 tri/три 4 četiri/четири 5 pet/пет 6 šest/шест 7 sedam/седам 8 osam/осам 9 devet/девет 10 deset/десет 11 jedanaest/једанаест 12 dvanaest/дванаест 13 trinaest/тринаест 14 četrnaest/четрнаест 15 petnaest/петнаест 16 šesnaest/шеснаест 17 sedamnaest/седамнаест 18 osamnaest/осамнаест 19 devetnaest/деветнаест 20 dvadeset/двадесет 30 trideset/тридесет 40 četrdeset/четрдесет 50 pedeset/педесет 60 šezdeset/шездесет 70 sedamdeset/седамдесет 80 osamdeset/осамдесет 90 devedeset/деведесет 100 sto/сто/stotinu/стотину 200 dvesta/dvjesto/dvesto/двеста 300 trista/tristo/триста 1e3 hiljada/hiljade/tisuća/tisuće/хиљада/хиљаде 1e6 milion/miliona/милион/милиона',
  uk: '0 нуль 1 один/одна/одне/одного/однієї 2 два/дві/двох/двоє/двічі 3 три/трьох/троє/тричі 4 чотири/чотирьох/четверо 5 п’ять/п’яти/п’ятьох 6 шість/шести/шістьох 7 сім/семи/сімох 8 вісім/восьми/вісьмох 9 дев’ять/дев’яти 10 десять/десяти/десяток 11 одинадцять/одинадцяти 12 дванадцять/дванадцяти/дюжина 13 тринадцять/тринадцяти 14 чотирнадцять/чотирнадцяти 15 п’ятнадцять/п’ятнадцяти 16 шістнадцять/шістнадцяти 17 сімнадцять/сімнадцяти 18 вісімнадцять/вісімнадцяти 19 дев’ятнадцять/дев’ятнадцяти 20 двадцять/двадцяти 30 тридцять/тридцяти 40 сорок/сорока 50 п’ятдесят/п’ятдесяти 60 шістдесят/шістдесяти 70 сімдесят/сімдесяти 80 вісімдесят/вісімдесяти 90 дев’яносто/дев’яноста 100 сто/ста/сотня 200 двісті/двохсот 300 триста/трьохсот 400 чотириста/чотирьохсот 500 п’ятсот/п’ятисот 600 шістсот/шестисот 700 сімсот/семисот 800 вісімсот/восьмисот 900 дев’ятсот/дев’ятисот 1e3 тисяча/тисячі/тисяч/тисячу/тис 1e6 мільйон/мільйона/мільйонів/млн 1e9 мільярд/мільярда/мільярдів/млрд',
  pl: '0 zero 1 jeden/jedna/jedno/jednego/jednej 2 dwa/dwie/dwóch/dwu/dwoje/dwukrotnie 3 trzy/trzech/troje/trzykrotnie 4 cztery/czterech/czworo 5 pięć/pięciu/pięcioro 6 sześć/sześciu 7 siedem/siedmiu 8 osiem/ośmiu 9 dziewięć/dziewięciu 10 dziesięć/dziesięciu 11 jedenaście/jedenastu 12 dwanaście/dwunastu/tuzin 13 trzynaście/trzynastu 14 czternaście/czternastu 15 piętnaście/piętnastu 16 szesnaście/szesnastu 17 siedemnaście/siedemnastu 18 osiemnaście/osiemnastu 19 dziewiętnaście/dziewiętnastu 20 dwadzieścia/dwudziestu 30 trzydzieści/trzydziestu 40 czterdzieści/czterdziestu 50 pięćdziesiąt/pięćdziesięciu 60 sześćdziesiąt/sześćdziesięciu 70 siedemdziesiąt/siedemdziesięciu 80 osiemdziesiąt/osiemdziesięciu 90 dziewięćdziesiąt/dziewięćdziesięciu 100 sto/stu/setka 200 dwieście/dwustu 300 trzysta/trzystu 400 czterysta/czterystu 500 pięćset/pięciuset 600 sześćset/sześciuset 700 siedemset/siedmiuset 800 osiemset/ośmiuset 900 dziewięćset/dziewięciuset 1e3 tysiąc/tysiące/tysięcy/tysiąca/tys 1e6 milion/miliony/milionów/mln 1e9 miliard/miliardy/miliardów/mld',
};

type ByWord = ReadonlyMap<string, number>;

function indexed(row: string): ByWord {
  const cells = row.split(' ');
  const byWord = new Map<string, number>();
  for (let i = 0; i + 1 < cells.length; i += 2) {
    for (const word of cells[i + 1]!.split('/')) byWord.set(wordKey(word), Number(cells[i]));
  }
  return byWord;
}

/** Units and teens of German and Italian are glued to their tens; those up to 99 are made here. */
function withCompounds(language: string, simple: ByWord): ByWord {
  if (language !== 'de' && language !== 'it') return simple;
  const all = new Map(simple);
  const tens = [...simple].filter(([, value]) => value >= 20 && value < 100 && value % 10 === 0);
  const units = [...simple].filter(([, value]) => value >= 1 && value <= 9);
  for (const [ten, tenth] of tens) {
    for (const [unit, one] of units) {
      const dropsVowel = unit === 'uno' || unit === 'otto';
      const compound = language === 'de' ? `${unit}und${ten}` : (dropsVowel ? ten.slice(0, -1) : ten) + unit;
      all.set(compound, tenth + one);
    }
  }
  return all;
}

const languages: ReadonlyMap<string, ByWord> = new Map(
  Object.entries(TABLE).map(([language, row]) => [language, withCompounds(language, indexed(row))]),
);

/** @returns the languages whose number words are known, the given one first. */
export function numberLanguages(first: string | undefined): readonly string[] {
  const all = [...languages.keys()];
  const own = first === 'hr' || first === 'bs' ? 'sr' : first;
  return own !== undefined && languages.has(own) ? [own, ...all.filter(language => language !== own)] : all;
}

/** @returns the value of a number word in the language, or undefined. */
export function numberNamed(key: string, language: string): number | undefined {
  return languages.get(language)?.get(key);
}

/** Words that join the parts of a number: "one hundred and five", "treinta y uno", "soixante et onze". */
export const numberJoins = new Set(['and', 'y', 'et', 'e', 'i', 'и']);
