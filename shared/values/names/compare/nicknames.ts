import { foldOf } from './fold.ts';
import { romanise } from './transliterate.ts';

/** Given names and what those who bear them are called; the same name in other languages is none of this list's. */
const CALLED = `
aleksandr: alex alik sasha sanya shura саша саня шура
alexander: alex sandy sasha sascha xander alec alek sanya shura саша саня шура олесь 
aleksandar: aca саша
aleksandra: sasha саша шура ola
alexandra: sasha alex sandra саша
alexei: alyosha lyosha алёша лёша олекса
anastasia: nastya настя
anatoly: tolya толя
andrei: andrey andriy andryusha андрюша
andrew: andy drew
anna: anya annie nan anita аня ania anka
anthony: tony
antonio: toño tonino toni nino
barbara: barb basia babs
benjamin: ben benny bibi
boris: borya боря
catherine: cathy kate katie kitty
charles: charlie chuck chas
christopher: chris kit
christina: chris tina
daniel: dan danny dani
david: dave davey
deborah: debbie deb
dmitri: dima mitya дима митя
donald: don donnie
edward: ed eddie ted ned
elena: lena lenka лена алёна
elizabeth: liz beth betty lizzie eliza bess
enrique: quique kike
ernesto: che
evgeny: zhenya женя
fidel: fidelito
francisco: paco pancho fran frank kiko chico
frederick: fred freddie
friedrich: fritz
galina: galya галя
george: georgie
georgy: gosha zhora гоша жора
giovanni: gianni nino vanni
giuseppe: beppe peppe pino
grigory: grisha гриша
gregory: greg
guadalupe: lupe lupita
guillermo: memo guille
hans: hansi
henry: harry hank hal
ignacio: nacho
igor: garik
ilya: ilyusha
irina: ira ира
isabel: isa chabela bel
ivan: vanya ваня ivo ivica vanja
jacob: jake
jacques: jacky
james: jim jimmy jamie
jan: janek jasiek
jennifer: jen jenny
jesús: chucho chuy
joanna: asia joasia
joão: joca joãozinho
johann: hans
johannes: hans jan hannes
john: jack johnny
jonathan: jon
josé: pepe chepe zé pepito
joseph: joe joey
josef: sepp
josip: joza joso
juan: juanito
katarzyna: kasia
ekaterina: katya катя
kenneth: ken kenny
konstantin: kostya костя
krzysztof: krzys krzysiek
lawrence: larry
leonid: lyonya лёня
lev: lyova лёва
luigi: gigi
luis: lucho lui
ludmila: luda lyuda люда
luiz: lula
margaret: maggie meg peggy marge greta
margarita: rita рита
maria: masha masa маша marysia mariya mimi
matthew: matt
maximilian: max
michael: mike mick mickey micky
mikhail: misha миша
mykhailo: misha mykhas
milan: mile
miloš: miša
mykola: kolya микола
nadezhda: nadya надя
natalia: natasha nata наташа
nicholas: nick nicky
nikolai: kolya коля
nikola: nino nidžo
oleksandr: sasha sashko олесь
olga: olya оля
patricia: pat patty tricia
patrick: pat paddy
pavel: pasha паша
peter: pete
petar: pera pero
piotr: piotrek
petr: petya петя
philip: phil pip
ramón: moncho
rafael: rafa
richard: dick rick rich ricky richie
robert: bob rob bobby robbie bert
rodrigo: rodri
ronald: ron ronnie
rosario: charo
samuel: sam sammy
semyon: syoma сёма
sergei: seryozha серёжа
serhiy: serhiyko
slobodan: sloba boban
stanislav: slava stas стас слава
stanisław: stas staszek
stephen: steve steven
stefan: stevo steva
susan: sue susie
svetlana: sveta света
tatiana: tanya таня
theodore: ted teddy
thomas: tom tommy
timothy: tim
tomasz: tomek
valentina: valya валя
vasily: vasya вася
veronica: vero
victor: vic
viktor: vitya витя
vincent: vince
vladimir: vova volodya vlad вова володя vlado
volodymyr: vova volodya вова
vyacheslav: slava слава
walter: walt
wilhelm: willi
william: bill will billy willy liam
wojciech: wojtek
yakov: yasha яша
yevgeny: zhenya женя
yulia: julia yulya юля
yuri: yura юра
zoran: zoki
đorđe: đoka đole
`;

const fold = (word: string): string => foldOf(romanise(word));

/** By the fold of a name: the folds of all the names that it can be a calling of, itself included. */
const calledBy = new Map<string, Set<string>>();
for (const line of CALLED.trim().split('\n')) {
  const [name = '', ...called] = line.split(/[\s:]+/).filter(Boolean);
  const full = fold(name);
  for (const word of [full, ...called.map(fold)])
    calledBy.set(word, (calledBy.get(word) ?? new Set()).add(full));
}

/** @returns the folds of all the names that a name can be a calling of, itself included; by its fold */
export const calledFor = (name: string): ReadonlySet<string> | undefined => calledBy.get(name);
