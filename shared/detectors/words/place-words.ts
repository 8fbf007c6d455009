import { wordSet } from './words.ts';

/** Countries, peoples' adjectives and continents in the languages known here: capitalised words that are no person's name. */
export const placeWords = wordSet(
  `afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium belize benin bhutan bolivia bosnia
   herzegovina botswana brazil brunei bulgaria burkina burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia
   eswatini ethiopia europe fiji finland france gabon gambia georgia germany ghana greece guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
   jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
   moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria macedonia norway oman pakistan palestine panama paraguay peru philippines poland
   zealand lanka leone arabia ossetia abkhazia portugal qatar romania russia rwanda salvador scotland senegal serbia singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey türkiye
   turkmenistan uganda ukraine uruguay usa uk uzbekistan vanuatu vatican venezuela vietnam wales yemen yugoslavia zambia zimbabwe africa asia america americas oceania antarctica caribbean eurasia balkans`,
  `españa francia alemania italia rusia ucrania polonia suecia noruega dinamarca finlandia grecia turquía suiza bélgica hungría rumanía méxico perú brasil japón corea marruecos túnez egipto argelia sudáfrica europa áfrica américa caribe
   croacia bielorrusia inglaterra irlanda escocia líbano siria irán irak palestina allemagne espagne italie russie ukraine pologne suède norvège danemark finlande grèce turquie suisse belgique hongrie roumanie mexique pérou brésil japon
   corée maroc tunisie égypte algérie serbie croatie biélorussie angleterre écosse liban syrie afrique amérique asie chine inde cuba chili colombie
   alemanha frança rússia polónia suécia dinamarca finlândia grécia suíça bélgica hungria japão coreia marrocos tunísia egito inglaterra germania spagna polonia svezia norvegia danimarca grecia turchia svizzera belgio ungheria messico perù brasile giappone
   deutschland frankreich spanien italien russland ukraine polen schweden norwegen dänemark finnland griechenland türkei schweiz belgien ungarn rumänien mexiko brasilien japan marokko tunesien ägypten serbien kroatien österreich afrika amerika asien europa`,
  `россия россии россией германия германии франция франции испания испании италия италии украина украины украине польша польши китай китая сша великобритания великобритании швеция норвегия дания финляндия греция турция турции швейцария бельгия венгрия румыния мексика бразилия
   бразилии япония японии корея кореи марокко тунис египет сербия сербии хорватия хорватии беларусь белоруссия казахстан казахстана узбекистан киргизия грузия грузии армения армении азербайджан молдавия молдова молдовы литва латвия эстония индия индии иран ирак сирия сирии ливан палестина куба кубы чили аргентина
   венесуэла боливия никарагуа европа европы азия азии африка африки америка америки ссср росія росії німеччина франція іспанія італія україна україни україні польща китай швеція туреччина білорусь європа європи азія африка америка індія
   rosja rosji niemcy niemiec francja francji hiszpania włochy ukraina ukrainy polska polski chiny szwecja norwegia dania turcja szwajcaria europa europy azja afryka ameryka czechy słowacja węgry
   rusija rusije nemačka njemačka francuska španija španjolska italija ukrajina poljska kina srbija srbije hrvatska hrvatske bosna slovenija makedonija crna gora evropa europa azija afrika amerika
   русија русије немачка француска шпанија италија украјина пољска кина србија србије хрватска босна словенија македонија европа азија африка америка`,
  `moscow london paris berlin madrid rome washington brussels beijing kyiv kiev minsk warsaw belgrade zagreb athens vienna geneva lisbon havana caracas tokyo delhi cairo ankara istanbul jerusalem tehran baghdad
   moscú londres parís roma bruselas pekín varsovia atenas viena ginebra lisboa москва москвы москве лондон париж берлин мадрид рим вашингтон брюссель пекин киев минск варшава белград загреб афины вена женева київ києві`,
  `african american arab argentine asian australian austrian belarusian belgian bolivian brazilian british bulgarian canadian chilean chinese colombian communist croatian cuban czech danish dutch egyptian english european
   finnish french georgian german greek hungarian indian indonesian iranian iraqi irish israeli italian japanese kazakh kenyan korean latin latvian lebanese lithuanian mexican moldovan nepali nigerian norwegian palestinian peruvian polish portuguese
   romanian russian scottish serbian slovak slovenian soviet spanish swedish swiss syrian tunisian turkish ukrainian venezuelan vietnamese yugoslav western eastern northern southern central`,
  `street avenue square river lake mount island islands bay sea ocean gulf strait peninsula desert valley park palace tower bridge airport station stadium city town village county district province region republic kingdom empire
   north south east west new san santa saint st los las el la rio monte calle avenida plaza río rue place boulevard straße platz улица площадь проспект область город республика ulica plac ulica trg grad`,
);

/** Words that stand in names of countries beside those. */
export const countryWords = wordSet(
  'united kingdom states emirates republic democratic people peoples union of the and federal federation south north east west central new guinea drc uk us',
);

/** Words that are written with capitals without being part of a name: days, months, holidays. */
export const calendarWords = wordSet(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
   enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
   christmas easter ramadan today yesterday tomorrow`,
);
