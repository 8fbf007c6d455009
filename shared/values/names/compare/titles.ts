import { listKey, listOf } from './words.ts';

/** Forms of address, ranks and degrees that stand beside a person's name and are no part of it. */
export const personTitles = listOf(`
  mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon honourable honorable mister doctor father
  general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral president minister senator king queen prince princess
  don doña señor señora señorita sr. sra srta licenciado lic ingeniero ing compañero compañera camarada presidente presidenta ministro ministra
  monsieur madame mademoiselle mme mlle maître camarade président ministre
  signor signora signorina dott dottor dottore avv onorevole on compagno compagna
  senhor senhora dom doutor doutora deputado
  herr frau doktor genosse genossin minister präsident freiherr graf
  господин госпожа г-н г-жа гн гжа товарищ тов проф профессор д-р др доктор президент министр генерал полковник
  пан пані товариш pan pani towarzysz towarzyszka prof. gospodin gospođa gđa drug drugarica господин госпођа друг 
  shaikh sheikh shaykh sheik hajji haji hadji mullah mulla maulvi mawlawi maulana qari ayatollah hojatoleslam imam sayyid
  phd md esq`);

/** Short words that open or join family names, and articles: they count for little. */
export const particleWords = listOf(`
  de del da das do dos di du des la las los le les el al van von der den ter ten te zu zum zur af av bin bint ibn ben
  y e i und et and of the a an der die das del della dello degli dei dalla à au aux en in on for für pour para por per na
  the do dla w z o s k за и в на о по для од у та і й ul ur ud as ash az an ad at abu umm
  'Abd abd abdul abdel ال`);

/** Endings that tell generations apart. */
export const generations = new Map<string, string>(
  Object.entries({
    jr: 'younger',
    junior: 'younger',
    filho: 'younger',
    hijo: 'younger',
    ml: 'younger',
    mladší: 'younger',
    младший: 'younger',
    sr: 'elder',
    senior: 'elder',
    старший: 'elder',
    neto: 'third',
    iii: 'third',
    ii: 'second',
    iv: 'fourth',
  }).map(([word, which]) => [listKey(word), which]),
);
