import { wordKey } from '../folded.ts';

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));

/** Titles and forms of address that are no part of a name. */
export const titles = keys(
  'mr mrs ms miss dr prof professor sir dame lord lady rev hon don doña sr sra srta señor señora dra monsieur madame mme mlle m herr frau signor signora sig senhor senhora comrade camarada compañero compañera general gen colonel president presidente chairman г-н г-жа господин госпожа товарищ тов проф д-р др',
);

/** Words of which offices are named; behind a comma they say what somebody is, not what he is called. */
export const offices = keys(
  'chairman chairwoman chairperson chair president secretary leader head member deputy director coordinator minister senator speaker spokesman spokeswoman spokesperson founder representative ambassador treasurer editor mp presidente presidenta secretario secretaria líder miembro diputado diputada director directora coordinador coordinadora ministro ministra senador senadora fundador fundadora representante embajador embajadora portavoz председатель сопредседатель президент секретарь лидер глава руководитель депутат заместитель директор координатор министр сенатор основатель член представитель',
);

/** Words that stand before the name of an office: "former", "First Deputy", "General Secretary". */
export const beforeOffices = keys(
  'the a an former acting first general executive national international honorary vice prime permanent ex el la un una primer primera general exsecretario бывший бывшая первый первая генеральный исполнительный',
);

/** Words that open a family name. */
export const particles = keys(
  'de del da das do dos di du des la las los le van von der den ter ten zu zum zur af av bin ibn ben bint al el y e i',
);

/** Endings of a name that tell generations or degrees apart. */
export const suffixes = keys('jr sr ii iii iv phd md esq filho neto júnior hijo');

/** Given names of Spanish and Portuguese, after which two family names are usual. */
export const iberianGivenNames = keys(
  'adolfo agustín alberto alejandra alejandro alfonso alfredo álvaro ana andrés ángel anselmo antonia antonio armando arturo augusto bautista beatriz benito bernardo camila camilo carlos carmen césar concepción cristina cristóbal diego dolores domingo eduardo elena elías emilio enrique ernesto esteban esther eugenio fabián felipe félix fernando fidel francisca francisco gabriela gerardo germán gilberto gloria gonzalo graciela gregorio guadalupe guillermo gustavo héctor hernán humberto ignacio inés ismael iván jacobo jaime javier jesús joão joaquín jorge josé juan julián julio leonardo leonor leticia lois lorena lorenzo lourdes luis luís luisa luiz lula manuel marcela marcelo margarita maría mariana mariano mario marta mateo matías mauricio maximiliano mercedes miguel néstor nicolás noelia octavio óscar pablo patricio paula paulo pedro pilar rafael ramiro ramón raúl renato ricardo rigoberto roberto rocío rodrigo rogelio rolando rosario rubén salvador santiago sergio soledad teresa tomás vicente xiomara yolanda',
);

/** Family names that are common where people have two of them. */
const iberianFamilyNames = keys(
  'garcía flores castañeda moreno torres reyes cruz morales rojas silva santos castro romero navarro molina delgado ortega vargas medina aguilar herrera mendoza guerrero rivera contreras salazar vega campos costa pereira oliveira souza ferreira almeida',
);

/** Whether a word is a Spanish or Portuguese family name by list or by its ending in -ez. */
export function isIberianFamilyName(word: string): boolean {
  return /[eéií]z$/u.test(word.normalize('NFC')) || iberianFamilyNames.has(wordKey(word));
}

const EAST_SLAVIC_FAMILY =
  /.{3}(?:ов|ев|ёв|ова|ева|ёва|ский|ская|цкий|цкая|енко|ov|ev|ova|eva|sky|skiy|skaya|enko)$/u;

/** Whether a word ends as East Slavic family names do and given names do not. */
export function endsAsFamilyName(word: string): boolean {
  return EAST_SLAVIC_FAMILY.test(word.toLowerCase().normalize('NFC'));
}

/** Chinese and Korean family names that are hardly given names elsewhere; where one opens a name, it is the family's. */
export const eastAsianFamilyNames = keys(
  'wang zhang liu chen yang huang zhao zhou xu zhu hu guo he gao liang zheng luo xie tang xu feng cheng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye wei su lu ding ren shen yao lu fu zhong xi mao deng qian sun li wu lin jiang kim park choi jeong nguyen tran pham hoang phan vo',
);

const PATRONYMIC =
  /(?:вич|вна|ична|инична|ьич|кич|мич|фич|ович|евич|ović|ovich|evich|yevich|ovna|evna|yevna|ichna|ivna|івна|ївна|йович)$/u;

/** Whether a word can be an East Slavic patronymic; Serbian family names in -ić and -ић are none. */
export function isPatronymic(word: string): boolean {
  const lower = word.toLowerCase().normalize('NFC');
  return lower.length > 5 && !lower.endsWith('ić') && PATRONYMIC.test(lower);
}
