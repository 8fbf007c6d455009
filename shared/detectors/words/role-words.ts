import { anyOf, inflected, type Words, wordSet } from './words.ts';

/** In German the noun of an office is the end of a longer word. */
const GERMAN_OFFICE =
  /^.{3,}(?:abgeordneter?|abgeordneten|minister|ministerin|präsident|präsidentin|prasident|prasidentin|vorsitzender?|vorsitzenden|sprecher|sprecherin|sekretar|sekretarin|meister|meisterin|leiter|leiterin|direktor|direktorin|professor|professorin|forscher|forscherin|historiker|historikerin|beauftragter?|wissenschaftler|wissenschaftlerin|sekretär|sekretärin)$/u;

/** Nouns of offices and callings: what somebody is. */
export const roleNouns: Words = anyOf(
  wordSet(
    // English
    `president chairman chairwoman chairperson chair co-chair co-chairman co-chairperson secretary treasurer leader head director coordinator
   co-ordinator spokesman spokeswoman spokesperson founder co-founder member deputy mp mep minister ministress senator
   congressman congresswoman governor mayor ambassador envoy commissioner representative delegate adviser advisor
   counsellor councillor chancellor premier king queen prince princess pope bishop archbishop patriarch imam rabbi general colonel major
   captain admiral commander marshal officer judge prosecutor attorney lawyer economist historian sociologist philosopher
   political scientist analyst expert journalist editor editor-in-chief publisher columnist reporter correspondent writer author poet
   novelist artist actor actress director filmmaker singer musician composer activist organizer organiser campaigner
   professor prof lecturer researcher scholar academic academician scientist physicist chemist biologist doctor physician
   teacher student engineer architect manager ceo chief executive entrepreneur businessman trade unionist worker
   politician statesman diplomat blogger translator moderator host candidate rector dean vice-president veteran`,
    // Spanish and Portuguese
    `presidente presidenta vicepresidente vicepresidenta secretario secretaria tesorero líder jefe jefa director directora
   coordinador coordinadora portavoz vocero vocera fundador fundadora miembro diputado diputada eurodiputado eurodiputada ministro ministra
   senador senadora gobernador gobernadora alcalde alcaldesa intendente embajador embajadora representante delegado
   delegada asesor asesora canciller rey reina papa obispo arzobispo general coronel comandante juez jueza fiscal abogado abogada
   economista historiador historiadora sociólogo socióloga filósofo filósofa politólogo politóloga analista experto experta periodista
   editor editora escritor escritora autor autora poeta artista actor actriz cineasta cantante activista dirigente militante profesor profesora
   catedrático investigador investigadora científico científica médico médica maestro maestra ingeniero ingeniera candidato candidata exministro
   expresidente exsecretario concejal concejala sindicalista`,
    `secretário secretária chefe diretor diretora coordenador coordenadora porta-voz membro deputado deputada eurodeputado ministro
   governador governadora prefeito prefeita embaixador embaixadora assessor chanceler rei rainha bispo juiz juíza advogado advogada historiador
   sociólogo socióloga filósofo analista especialista jornalista escritor escritora ativista professor professora pesquisador pesquisadora cientista
   engenheiro vereador vereadora dirigente`,
    // Italian and French
    `segretario segretaria tesoriere capo direttore direttrice coordinatore coordinatrice portavoce fondatore fondatrice membro
   deputato deputata eurodeputato ministro ministra senatore senatrice governatore sindaco sindaca ambasciatore ambasciatrice
   rappresentante delegato consigliere cancelliere re regina vescovo generale colonnello giudice avvocato storico storica sociologo sociologa
   filosofo giornalista scrittore scrittrice autore autrice attivista professore professoressa ricercatore ricercatrice scienziato medico
   ingegnere dirigente presidentessa`,
    `président présidente vice-président secrétaire trésorier trésorière dirigeant dirigeante chef directeur directrice coordinateur
   coordinatrice porte-parole fondateur fondatrice membre député députée eurodéputé eurodéputée ministre sénateur sénatrice gouverneur maire
   ambassadeur ambassadrice représentant représentante délégué déléguée conseiller conseillère chancelier roi reine pape évêque général
   colonel juge procureur avocat avocate économiste historien historienne sociologue philosophe politologue analyste expert
   journaliste rédacteur rédactrice écrivain écrivaine auteur autrice poète artiste acteur actrice cinéaste militant militante
   professeur professeure chercheur chercheuse scientifique médecin enseignant enseignante ingénieur candidat candidate syndicaliste`,
    // German
    `präsident präsidentin vizepräsident vorsitzender vorsitzende vorsitzenden sekretär sekretärin generalsekretär generalsekretärin schatzmeister leiter leiterin chef
   chefin direktor direktorin koordinator koordinatorin sprecher sprecherin gründer gründerin mitglied abgeordneter abgeordnete
   abgeordneten minister ministerin außenminister außenministerin verteidigungsminister finanzminister innenminister senator senatorin bürgermeister bürgermeisterin oberbürgermeister botschafter botschafterin vertreter vertreterin delegierte
   berater beraterin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin bundespräsident könig königin papst bischof richter richterin anwalt anwältin
   ökonom ökonomin historiker historikerin soziologe soziologin philosoph philosophin politologe politologin analyst experte expertin
   journalist journalistin redakteur redakteurin chefredakteur schriftsteller schriftstellerin autor autorin dichter künstler künstlerin
   schauspieler schauspielerin regisseur aktivist aktivistin gewerkschafter professor professorin forscher forscherin wissenschaftler
   wissenschaftlerin arzt ärztin lehrer lehrerin ingenieur kandidat kandidatin`,
  ),
  inflected(
    // Russian and Ukrainian
    `президент президента президентом президенту председатель председателя председателем председателю сопредседатель сопредседателя зампред секретарь секретаря
   секретарём секретарем генсек лидер лидера лидером лидеру глава главы главой главе руководитель руководителя директор директора координатор координатора
   основатель сооснователь член члена депутат депутата депутату депутатом сенатор министр министра министром министру премьер премьер-министр премьер-министра губернатор губернатора мэр мэра посол посла
   представитель представителя советник делегат канцлер король патриарх епископ генерал полковник судья прокурор адвокат юрист
   экономист историк социолог философ политолог аналитик эксперт журналист журналиста журналистка редактор главред писатель автор
   поэт художник актёр актер режиссёр режиссер активист активистка правозащитник профессор доцент доктор исследователь учёный ученый врач
   учитель инженер кандидат блогер муниципальный вице-президент вице-премьер пресс-секретарь мундеп спикер академик`,
    `голова голови головою головy секретар секретаря лідер лідера лідерка очільник очільниця керівник керівника директорка засновник засновниця
   депутатка міністр міністра міністерка міський посол представник представниця радник речник речниця прессекретар суддя адвокатка юристка
   економіст економістка історик історикиня соціолог соціологиня філософ політолог експерт експертка журналіст журналістка письменник письменниця поетка художниця
   акторка режисер режисерка активіст активістка правозахисник правозахисниця професор професорка дослідник дослідниця науковець лікар лікарка вчитель вчителька
   інженерка кандидатка президентка премʼєр прем'єр прем'єр-міністр`,
    // Polish
    `prezydent prezydenta prezes prezesa przewodniczący przewodnicząca przewodniczącego przewodniczącej wiceprzewodniczący współprzewodniczący współprzewodnicząca sekretarz sekretarza skarbnik
   lider lidera liderka szef szefa szefowa dyrektor dyrektorka koordynator koordynatorka rzecznik rzeczniczka założyciel założycielka członek członkini poseł
   posła posłanka europoseł europosłanka senator senatorka minister ministra premier premiera wojewoda burmistrz ambasador
   przedstawiciel przedstawicielka delegat doradca kanclerz król papież biskup generał pułkownik sędzia prokurator adwokat ekonomista ekonomistka
   historyk historyczka socjolog socjolożka filozof politolog analityk ekspert ekspertka dziennikarz dziennikarka redaktor redaktorka pisarz pisarka autor autorka poeta poetka artysta
   aktor aktorka reżyser reżyserka aktywista aktywistka działacz działaczka profesor badacz badaczka naukowiec lekarz lekarka nauczyciel inżynier kandydat kandydatka marszałek`,
    // Serbian and Croatian
    `predsednik predsednika predsednica predsjednik predsjednika predsjednica potpredsednik potpredsjednik sekretar tajnik tajnica blagajnik lider vođa šef direktor
   direktorka ravnatelj koordinator koordinatorka portparol portparolka glasnogovornik glasnogovornica osnivač član članica poslanik poslanica
   zastupnik zastupnica ministar ministarka ministrica premijer premijerka gradonačelnik gradonačelnica guverner ambasador veleposlanik predstavnik
   predstavnica delegat savetnik savjetnik kancelar kralj patrijarh biskup general pukovnik sudija sudac tužilac advokat odvjetnik
   ekonomista istoričar povjesničar sociolog sociološkinja filozof politikolog politolog analitičar stručnjak novinar novinarka urednik urednica pisac
   književnik pesnik pjesnik umetnik umjetnik glumac glumica reditelj redatelj aktivista aktivist aktivistkinja profesor profesorka istraživač naučnik
   znanstvenik lekar liječnik učitelj inženjer kandidat kandidatkinja`,
    `председник председника председница потпредседник секретар вођа шеф директорка координаторка портпарол портпаролка оснивач члан чланица
   посланик посланица министар министра министарка премијер премијерка градоначелник амбасадор представник представница саветник канцелар краљ
   судија адвокат економиста историчар социолог аналитичар новинар новинарка уредник уредница писац песник уметник глумац глумица редитељ
   активиста активисткиња професор професорка истраживач научник лекар инжењер кандидат кандидаткиња`,
  ),
  { has: key => GERMAN_OFFICE.test(key) },
);

/** Words that stand beside the noun of an office: "former", "First Deputy", "General Secretary". */
export const roleModifiers = wordSet(
  `the a an former ex acting first second third vice deputy general executive national international regional honorary prime
   foreign permanent senior chief principal founding current outgoing incoming newly elected federal state municipal local party
   opposition parliamentary political trade presidential human rights environmental student leading veteran late then new young
   un una el la los las le les l un une il lo gli primer primera primero ex antiguo antigua actual entonces ancien ancienne actuel actuelle général générale
   général-e adjunto adjunta general nacional internacional ejecutivo ejecutiva honorario político política ejecutiva primo prima attuale
   generale nazionale esecutivo esecutiva ancienne premier première adjoint adjointe national nationale der die das den dem ein eine einer ehemalige ehemaliger ehemaligen
   stellvertretender stellvertretende erste erster amtierende amtierender frühere früherer damalige neue neuer
   бывший бывшая бывшего первый первая генеральный генерального генеральная исполнительный почётный почетный действующий нынешний нынешняя
   заместитель зам российский российская украинский украинская колишній колишня перший перша генеральний виконавчий заступник заступниця нинішній нинішня
   były była byłego pierwszy pierwsza generalny generalna wykonawczy honorowy obecny obecna ówczesny zastępca
   bivši bivša prvi prva generalni generalna izvršni izvršna počasni sadašnji aktuelni zamenik zamjenik tadašnji glavni glavna
   бивши бивша први прва генерални генерална извршни почасни садашњи заменик главни`,
);

/** Words in a name of an office that join it to what it is the office of. */
export const roleJoins = wordSet(
  `of for at in on to the from with and de del della dello dei delle di do da dos das du des d la las los el l en au aux chez a al e y et
   der die des den dem für von vom beim bei im in und zur zum по при в на з у і та и із od iz za u i na o w z do dla przy oraz`,
);
