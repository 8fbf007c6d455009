import { anyOf, inflected, type Words, wordSet } from './words.ts';

/** Those of the Slavic languages, in whatever case they stand. */
export const slavicNouns: Words = inflected(
  // Russian
  `партия партии партией партию лига лиги союз союза союзом профсоюз профсоюза федерация федерации конфедерация
   конфедерации движение движения движением альянс альянса коалиция коалиции фронт фронта ассоциация ассоциации общество
   общества организация организации институт института академия академии университет университета фонд фонда центр
   центра совет совета комитет комитета комиссия комиссии конгресс конгресса съезд ассамблея ассамблеи парламент
   парламента дума думы министерство министерства департамент агентство агентства суд суда банк банка корпорация компания
   группа группы клуб форум форума сеть сети инициатива платформа кампания конференция интернационал интернационала палата
   палаты армия служба газета газеты журнал журнала издательство секретариат фракция фракции секция коллектив блок блока
   кооператив церковь правительство правительства посольство объединение объединения`,
  // Ukrainian
  `партія партії партією спілка спілки профспілка профспілки союз федерація федерації конфедерація рух руху альянс
   коаліція фронт асоціація асоціації товариство організація організації інститут інституту академія академії університет
   університету фонд фонду центр центру рада ради комітет комітету комісія комісії конгрес конгресу зʼїзд асамблея
   парламент міністерство міністерства агентство суд банк компанія група групи мережа ініціатива платформа конференція
   інтернаціонал палата служба газета журнал фракція фракції блок блоку обʼєднання об'єднання уряд`,
  // Polish
  `partia partii partią liga związek związku związków unia federacja federacji konfederacja konfederacji ruch ruchu sojusz
   koalicja koalicji front stowarzyszenie towarzystwo organizacja organizacji instytut instytutu akademia akademii
   uniwersytet uniwersytetu fundacja fundacji fundusz centrum rada rady komitet komitetu komisja komisji kongres zgromadzenie
   parlament sejm senat ministerstwo agencja sąd bank grupa klub sieć inicjatywa platforma konferencja międzynarodówka izba
   służba gazeta dziennik frakcja blok porozumienie rząd lewica lewicy`,
  // Serbian and Croatian, in both scripts
  `stranka stranke partija partije savez saveza sindikat sindikata unija federacija konfederacija pokret pokreta alijansa
   koalicija front udruženje udruga društvo organizacija institut akademija univerzitet sveučilište fakultet fondacija
   zaklada fond centar savet vijeće veće odbor komitet komisija povjerenstvo kongres skupština sabor parlament
   ministarstvo agencija sud banka grupa klub mreža inicijativa platforma konferencija internacionala komora
   služba novine list blok fronta akcija inicijativa savjet zajednica vlada ljevica levica radio televizija`,
  `странка странке партија партије савез савеза синдикат синдиката унија федерација конфедерација покрет покрета алијанса
   коалиција удружење друштво организација институт академија универзитет факултет фондација центар савет веће одбор
   комисија скупштина парламент министарство агенција банка група клуб мрежа иницијатива конференција интернационала
   комора блок заједница влада левица`,
);

/** Nouns that name a kind of organization, in the forms in which they stand in its name. */
export const organizationNouns: Words = anyOf(
  wordSet(
    // English
    `party league union federation confederation movement alliance coalition front association society
   organization organisation institute institution academy university college school foundation fund centre center
   council committee commission congress assembly parliament senate duma bundestag ministry department agency authority
   bureau office court tribunal bank corporation company group club forum network initiative platform campaign
   conference international syndicate guild chamber brotherhood fellowship order army brigade corps guard
   service news press times post herald tribune gazette journal newspaper magazine broadcasting television radio
   secretariat directorate caucus bloc faction section branch collective commune cooperative
   church hospital museum theatre library laboratory observatory trust charity mission consortium hub
   watch government cabinet administration embassy delegation unit team band orchestra choir`,
    // Spanish, Portuguese, Italian, French
    `partido liga sindicato unión federación confederación movimiento alianza coalición frente asociación sociedad
   organización instituto academia universidad colegio escuela fundación fondo centro consejo comité comisión congreso
   asamblea parlamento senado ministerio departamento agencia autoridad oficina tribunal corte banco corporación
   compañía empresa grupo foro red iniciativa plataforma campaña conferencia internacional cámara ejército guardia
   servicio diario periódico revista editorial emisora televisión secretaría dirección bloque fracción
   sección colectivo cooperativa iglesia museo teatro biblioteca gobierno embajada delegación izquierda`,
    `união federação confederação movimento aliança coligação coalizão associação sociedade organização academia
   universidade fundação conselho comissão assembleia ministério agência tribunal empresa fórum rede campanha conferência
   câmara exército guarda serviço jornal secretaria bloco secção seção coletivo igreja governo embaixada esquerda`,
    `partito lega unione sindacato federazione confederazione alleanza coalizione fronte associazione società
   organizzazione istituto accademia università collegio scuola fondazione consiglio comitato commissione congresso
   assemblea ministero dipartimento agenzia autorità ufficio tribunale banca azienda gruppo rete iniziativa piattaforma
   campagna conferenza internazionale camera esercito servizio giornale rivista segreteria blocco frazione sezione
   collettivo cooperativa chiesa governo ambasciata delegazione sinistra rifondazione`,
    `parti ligue syndicat union fédération confédération mouvement alliance coalition front association société
   organisation institut académie université collège école fondation fonds centre conseil comité commission congrès
   assemblée parlement sénat ministère département agence autorité bureau tribunal cour banque entreprise groupe forum
   réseau initiative plateforme campagne conférence internationale chambre armée garde journal revue secrétariat bloc
   fraction collectif coopérative église musée théâtre bibliothèque gouvernement ambassade délégation gauche`,
    // German
    `partei bund liga gewerkschaft union verband föderation bewegung allianz bündnis koalition front verein vereinigung
   gesellschaft organisation institut akademie universität hochschule schule stiftung fonds zentrum rat ausschuss
   kommission kongress versammlung parlament bundestag bundesrat ministerium amt agentur behörde gericht bank
   unternehmen gruppe netzwerk initiative plattform kampagne konferenz internationale kammer armee dienst zeitung
   zeitschrift verlag rundfunk sekretariat fraktion sektion kollektiv genossenschaft kirche regierung botschaft linke`,
  ),
  slavicNouns,
);

/** Words after which a proper name is an organization's though they are written small: "партия «Х»", "the newspaper X". */
export const organizationLabels: Words = anyOf(
  wordSet(
    `party movement faction league union newspaper magazine agency organization organisation group foundation company
   partido movimiento facción sindicato periódico diario revista agencia organización grupo fundación parti mouvement
   syndicat journal agence fondation partito movimento giornale rivista agenzia gruppo partei bewegung zeitung fraktion
   gewerkschaft`,
  ),
  inflected(
    `партия партии партию партией движение движения движением фракция фракции газета газеты газете агентство
   агентства организация организации журнал журнала партія партії рух руху газета фракція partia partii ruch gazeta stranka
   stranke partija partije pokret list странка странке покрет`,
  ),
);

/** Words that join the parts of an organization's name, before a capitalised word. */
export const nameJoins = wordSet(
  `of for the de del la las los el do da dos das du des della dei delle degli dell di der des für zur zum und and et y e i
   и та і für pour para per por za за по для dla`,
);
/** Words that join only where another organization's name follows: "in the European Parliament". */
export const looseJoins = wordSet('in on at within en dans em im beim bei при в у u w pri na');
