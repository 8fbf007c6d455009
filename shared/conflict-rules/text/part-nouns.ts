import { wordKey } from '../../values/folded.ts';

/** Words that make a part or a branch of an organization of its name: en es fr it pt de ru uk pl sr hr. */
export const partNouns: ReadonlySet<string> = new Set(
  (
    'youth young women womens student students branch section wing chapter committee commission bureau department school institute council board caucus local regional district city faction group journal newspaper foundation fund women’s ' +
    'juventud juventudes mujeres estudiantil rama sección comité comisión fundación jeunes jeunesse femmes étudiants branche comité fondation giovani gioventù donne studenti sezione comitato fondazione juventude mulheres estudantes seção secção comitê fundação ' +
    'jugend frauen studenten zweig ausschuss abteilung stiftung bezirk landesverband молодёжь молодежь молодёжный молодежный женщин женский студенческий отделение секция комитет фракция фонд городской молодь молодіжний жінок відділення осередок комітет ' +
    'młodzież młodzieżowy kobiet studencki oddział sekcja komitet frakcja fundacja omladina omladinski žena ogranak odbor fondacija mladež žene podružnica zaklada омладина омладински жена огранак одбор фондација'
  )
    .split(' ')
    .map(wordKey),
);
