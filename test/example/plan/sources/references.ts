import { type PlannedSource, source } from '../plan.ts';

/** What the references of the article on the Sovintern cite, with what they say of it. */
export const references: readonly PlannedSource[] = [
  source(
    'kremlin',
    'webpage',
    'Greetings to participants in inaugural forum of SOVINTERN – For Socialism in the 21st Century International Socialist Network',
    {
      Address: 'http://en.kremlin.ru/events/president/news/79634',
      Published: '27 April 2026',
      Accessed: '7 May 2026',
      Language: 'en',
    },
  ),
  source(
    'sort',
    'article-newspaper',
    'Sovintern, la alternativa de Rusia a la Internacional Socialista que explota las divisiones de la izquierda europea',
    {
      Address:
        'https://www.eldiario.es/internacional/sovintern-alternativa-rusia-internacional-socialista-explota-divisiones-izquierda-europea_1_13176427.html',
      Authors: 'Sort Creus, Albert',
      'Site, newspaper or book': 'elDiario.es',
      Published: '27 April 2026',
      Accessed: '28 April 2026',
      Language: 'es-ES',
    },
  ),
  source('kaos', 'webpage', 'El retorno de la esperanza: ¿Es el "Sovintern" la respuesta al siglo XXI?', {
    Address: 'https://kaosenlared.net/el-retorno-de-la-esperanza-es-el-sovintern-la-respuesta-al-siglo-xxi/',
    Authors: 'Pérez Leira, Lois',
    'Site, newspaper or book': 'Kaosenlared',
    Published: '15 March 2026',
    Accessed: '28 April 2026',
    Language: 'es',
  }),
  source('vedomosti', 'article-newspaper', 'В Москве прошел первый форум социалистической сети «Совинтерн»', {
    Address: 'https://www.vedomosti.ru/politics/news/2026/04/27/1193480-v-moskve-proshel-sovintern',
    'Site, newspaper or book': 'Vedomosti',
    Published: '27 April 2026',
    Accessed: '28 April 2026',
    Language: 'ru',
  }),
  source(
    'lansing',
    'webpage',
    "Moscow's New Left: The 'Sovintern' Project and the Revival of Ideological Warfare",
    {
      Address:
        'https://lansinginstitute.org/2026/04/16/moscows-new-left-the-sovintern-project-and-the-revival-of-ideological-warfare/',
      'Site, newspaper or book': 'Robert Lansing Institute',
      Published: '16 April 2026',
      Accessed: '28 April 2026',
      Language: 'en',
    },
  ),
  source('prensa', 'article-newspaper', 'Capital rusa acogerá foro socialista Sovintern', {
    Address: 'https://www.prensa-latina.cu/2026/04/24/capital-rusa-acogera-foro-socialista-sovintern/',
    'Site, newspaper or book': 'Prensa Latina',
    Published: '24 April 2026',
    Accessed: '24 April 2026',
    Language: 'es',
  }),
  source(
    'sps',
    'article-newspaper',
    'Sahrawi official highlights reasons peoples resort to resistance to reclaim their legitimate rights to freedom and self-determination',
    {
      Address: 'https://www.spsrasd.info/en/2026/04/28/15320.html',
      'Site, newspaper or book': 'Sahara Press Service',
      Published: '28 April 2026',
      Accessed: '28 April 2026',
      Language: 'en',
    },
  ),
  source('rinascita', 'webpage', 'Appello per la Sovintern: la rinascita dell’internazionalismo socialista', {
    Address:
      'https://movimentorinascitacomunista.com/2026/04/20/appello-per-la-sovintern-la-rinascita-dellinternazionalismo-socialista/',
    Authors: 'giannifavaro',
    'Site, newspaper or book': 'Partito Comunista di Unità Popolare',
    Published: '2026-04-20',
    Accessed: '2026-05-09',
    Language: 'it-IT',
  }),
  source('nuestra', 'article-newspaper', 'El Partido Comunista de la Argentina en el Sovintern', {
    Address:
      'https://www.nuestrapropuesta.org.ar/secciones/internacional/el-partido-comunista-de-la-argentina-en-el-sovintern.html',
    'Site, newspaper or book': 'Nuestra Propuesta',
    Published: '27 April 2026',
    Accessed: '28 April 2026',
    Language: 'es-AR',
  }),
  source(
    'defend',
    'webpage',
    'Press conference by the Organizing Committee for the founding of SOVINTERN (April 25-29 in Moscow) at the TASS Press Centre',
    {
      Address:
        'https://www.defenddemocracy.press/press-conference-by-the-organizing-committee-for-the-founding-of-sovintern-april-25-29-in-moscow-at-the-tass-press-centre/',
      Authors: 'Pericles Katsioulas',
      'Site, newspaper or book': 'Defend Democracy Press',
      Published: '29 April 2026',
      Accessed: '30 April 2026',
    },
  ),
  source('uwi', 'webpage', 'Speech of Vatan Party at the founding congress of SOVINTERN', {
    Address: 'https://uwidata.com/44434-speech-of-vatan-party-at-the-founding-congress-of-sovintern/',
    'Site, newspaper or book': 'United World International',
    Published: '1 May 2026',
    Accessed: '1 May 2026',
  }),
  source('skoj', 'webpage', 'SOLIDARITY WITH SKOJ LEADER ALEKSANDAR DJENIC', {
    Address: 'https://nkpj.org.rs/stari/international_articles/article_id=49.php',
    Accessed: '8 May 2026',
  }),
  source('starobelsk', 'webpage', 'SOVINTERN: UNITY IN CONDEMNING THE STAROBELSK ATTACK', {
    Address: 'https://sovintern.org/en/news/starobelsk-unity',
    Accessed: '26 May 2026',
  }),
  source('forum', 'webpage', 'Forum', {
    Address: 'https://sovintern.org/en/forum',
    'Site, newspaper or book': 'Sovintern',
    Accessed: '2026-05-03',
    Language: 'en',
  }),
  source(
    'nuevo',
    'article-newspaper',
    'Nace en Rusia red socialista con llamado de Vladímir Putin a fortalecer las fuerzas progresistas y patriótica',
    {
      Address:
        'https://elnuevodiario.com.do/nace-en-rusia-red-socialista-con-llamado-de-vladimir-putin-a-fortalecer-las-fuerzas-progresistas-y-patriotica/',
      'Site, newspaper or book': 'El Nuevo Diario',
      Published: '27 April 2026',
      Accessed: '1 May 2026',
      Language: 'es',
    },
  ),
  source(
    'resumen',
    'webpage',
    'Internacional. SOVINTERN: ¡Llamamiento a los líderes de China, Rusia, los BRICS y a la opinión pública mundial! ¡No dejen que Cuba desaparezca!',
    {
      Address:
        'https://www.resumenlatinoamericano.org/2026/05/19/internacional-sovintern-llamamiento-a-los-lideres-de-china-rusia-los-brics-y-a-la-opinion-publica-mundial-no-dejen-que-cuba-desaparezca/',
      'Site, newspaper or book': 'Resumen Latinoamericano',
      Published: '19 May 2026',
      Accessed: '19 May 2026',
      Language: 'es',
    },
  ),
  source('labor', 'webpage', 'África: Compensación por el legado del colonialismo y el neocolonialismo', {
    Address:
      'https://soberaniaytrabajo.org/africa-compensacion-por-el-legado-del-colonialismo-y-el-neocolonialismo/',
    'Site, newspaper or book': 'Labor and Sovereignty',
    Language: 'es',
  }),
  source(
    'strategic',
    'webpage',
    'È NATO A MOSCA IL SOVINTERN: LA SOCIALDEMOCRAZIA MONDIALE HA UNA NUOVA INTERNAZIONALE',
    {
      Address:
        'https://strategic-culture.su/news/2026/05/20/e-nato-a-mosca-il-sovintern-la-socialdemocrazia-mondale-ha-una-nuova-internazionale/',
      'Site, newspaper or book': 'Strategic Culture Foundation',
      Published: '20 May 2026',
      Accessed: '20 May 2026',
      Language: 'it',
    },
  ),
  source(
    'extremo',
    'article-newspaper',
    'Sovintern en Moscú: "Proa al socialismo y la justicia social, luchando por unir a las izquierdas"',
    {
      Address:
        'https://www.elextremosur.com/nota/58047-sovintern-en-moscu-proa-al-socialismo-y-la-justicia-social-luchando-por-unir-a-las-izquierdas/',
      'Site, newspaper or book': 'El Extremo Sur',
      Published: '2026-04-27',
      Accessed: '2026-05-12',
      Language: 'es',
    },
  ),
  source('cpmk', 'webpage', 'The Anti Imperialist Struggle in West Asia and the World', {
    Address: 'https://cpmk.org/87-recent-news/422-the-anti-imperialist-struggle-in-west-asia-and-the-world',
    'Site, newspaper or book': 'Communist Party Marxist - Kenya (CPM-K)',
    Accessed: '2026-05-01',
    Language: 'en-GB',
  }),
];
