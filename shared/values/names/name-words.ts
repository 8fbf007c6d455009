import { wordKey } from '../folded.ts';

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));

/** Titles and forms of address that are no part of a name. */
export const titles = keys(
  'mr mrs ms miss dr prof professor sir dame lord lady rev hon don doña sr sra srta señor señora dra monsieur madame mme mlle m herr frau signor signora sig senhor senhora comrade camarada compañero compañera general gen colonel president presidente chairman г-н г-жа господин госпожа товарищ тов проф д-р др',
);

/** Words that open a family name. */
export const particles = keys(
  'de del da das do dos di du des la las los le van von der den ter ten zu zum zur af av bin ibn ben bint al el y e i',
);

/** Endings of a name that tell generations or degrees apart. */
export const suffixes = keys('jr sr ii iii iv phd md esq filho neto júnior hijo');

/** Given names of Spanish and Portuguese, after which two family names are usual. */
export const iberianGivenNames = keys(
  'adrián adolfo agustín alan albert alberto alejandra alejandro alfonso alfredo alicia álvaro ana andrés ángel anselmo antonia antonio armando arturo augusto bautista beatriz benito bernardo booker camila camilo carlos carmen carolina cecilia césar christian claudia concepción cristina cristóbal daniel daniela david diana diego dolores domingo eduardo elena elías emilia emilio enrique ernesto esteban esther eugenio eva evo fabián federico felipe félix fernando fidel francisca francisco gabriel gabriela gaspar gerardo germán gilberto gloria gonzalo graciela gregorio guadalupe guillermo gustavo héctor hernán hugo humberto ignacio inés irene isabel ismael iván jacobo jaime javier jesús joão joaquín joaquim jorge josé josefa juan juana julia julián julio laura leandro leonardo leonor leticia lois lorena lorenzo lourdes lucas lucía luis luís luisa luiz lula magdalena manuel manuela marcela marcelo marcos margarita maría mariana mariano mario marta martín martina mateo matías mauricio maximiliano mercedes miguel mónica natalia nelson néstor nicolás nicolas noelia norma octavio óscar pablo patricia patricio paula paulo pedro pilar rafael ramiro ramón raquel raúl rebeca regina renato ricardo rigoberto roberto rocío rodrigo rogelio rolando rosa rosario rubén salvador samuel sandra santiago sara sebastián sergio silvia simón sofía soledad sonia susana teresa tomás valentina vicente víctor victoria violeta xavier xiomara yolanda',
);

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
