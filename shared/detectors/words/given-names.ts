import { iberianGivenNames } from '../../values/names/name-words.ts';
import { wordSet } from './words.ts';

/** Given names that are common in the languages known here, in the scripts in which they are written. */
const common = wordSet(
  `aaron abdul abdullah adam adrian ahmad ahmed aidan alan albert alec aleksandar aleksandr aleksei aleksej aleksey alessandro alex alexander
   alexandra alexandre alexei alexey alexis alfred ali alice alicia amanda amir amy andrea andreas andrei andrej andrew andrey andrzej andy angela angelo anita anja anke anna
   ann anne annika anthony antoine anton antonella antónio aram arham arjun arnold artem arthur artur asif astrid audrey barack barbara bartosz beata ben benjamin bernard bernd bernie bert birgit björn bob bogdan bojan boris
   božena branislav branko brian bruno bryan burak camille carl carla carlo carol carolina caroline catherine cathy cecilia charles charlotte chen chiara chloe chris christian
   christina christine christoph christophe christopher claire clara claude claudia claudio colin craig dagmar dalia dan daniel daniela daniele danielle danijel danny darius
   darko david dean deborah denis dennis dejan diana dieter dimitri dimitrios dimitris dirk dmitri dmitrii dmitriy dmitry domenico dominik dominique donald dorota douglas dragan draško dušan edith edmund eduard edward egor elena eleni eleonora elisabeth elizabeth
   ella ellen emil emilia emily emma emmanuel enrico eric erich erik erika ernst erwin esra eugene eva evgenia evgeni evgenii evgeny evo ewa fabian fabio fatima fatma federica federico felix ferdinand filip florence florian
   francesca francesco francis franck françois françoise frank frans franz fred frédéric frederick friedrich fritz gabriel gabriele galina gareth gary gennady geoffrey georg george georges georgi gerald gerard gérard gerhard gianni gilles giorgio giovanni
   giulia giuseppe gleb goran gordon grace graham greg gregor grégoire grigori grigory grzegorz guido guy hamid hanna hannah hans harald harold harry hasan hassan heather heike heinrich heinz helen helena helga
   henri henrik henry herbert hermann hilary holger howard hubert hugh hugo hussein ian ibrahim igor ilija ilse ilya immanuel inga ingrid irena irène irina isaac isabel isabelle ismail ivana ivano ivica ivo jack jackson jacob jacques
   jadranka jakob jakub james jan jana jane janez janina janusz jaroslav jason jasmina jean jeanne jeff jeffrey jelena jennifer jens jeremy jérôme jerzy jesse jessica jill jim jimmy jo joachim joan joanna joe
   johan johann johannes john johnny jonathan jonas jordan josef joseph josip joshua jovan joyce judith julia julie julien julian jürgen justin kamala karen karin karl karol katarina katarzyna katherine kathleen katja kay
   keith keir kemal ken kenneth kevin khaled kim kirill klara klaus konrad konstantin krzysztof kurt lars larry laura laurence laurent lauren leila lena leo léon leonid leszek lev lidia liam linda lisa liu liz loïc lorenzo
   louis louise luc luca lucas lucia lucie luciano ludwig luigi lukas lula lyudmila maciej magdalena mahmoud maja maksim malcolm małgorzata manfred marc marcin marco marek margaret maria marian marie marija
   marina marine marjan mark marko markus martin martina marwan mary massimo mateusz matej matteo matthew matthias maurice max maxim maximilian mehmet melanie melissa michael michaela michał michel michele michelle miguel mihail mihai mike mikhail mikołaj mila milan
   milica miloš milorad mirjana miroslav mladen mohamad mohamed mohammad mohammed mohsen monica monika moritz muhammad murat mustafa myriam nancy narendra nasser natalia natalie natalija natalya nathalie nathan neil nenad nicholas nick nicola nicolas nicole nigel nika nikita
   nikola nikolai nikolaj nikolas nikolaus nikolay nina noah noam norbert norman olaf oleg oleh oleksandr oleksiy olena olga olha oliver olivia olivier omar orhan oscar oskar osama otto owen paolo pascal patricia patrick paul pauline pavel pavle pavlo pawel paweł pete
   peter petar petr petra philip philipp philippe pierre piotr pjotr predrag rachel rada radovan rafał raisa ralf ralph ramzan raymond rebecca recep regina reinhard renata renate renaud rené riccardo richard rishi rita robert roberta robin
   roger roland rolf roman romano ron ronald rosa rose ross roy ruslan russell ruth ryan sabine salman salvatore sam samuel sandra sanja sara sarah sasha saša scott sean sebastian sébastien semyon serge sergei sergej sergey serhiy shane shaun sharon
   sheila siegfried sigmar silke silvia silvio simon simona simone slavko slavoj slobodan snežana sofia sofija sonia sonja sophia sophie stanislav stanisław stefan stefania stefano stephan stephane stéphane stephanie stephen stepan steve steven stuart
   sue susan susanne svetlana sylvie sylvia tadeusz tamara tanja tariq tarik tatiana tatjana tatyana ted terry thabo theo theodor theresa thierry thomas thorsten tiago tihomir tim timothy tina tobias todd tom tomasz tomislav tony tracy udo ulrich umberto
   ursula ute uwe vadim valentin valentina valeria valerie valery vasil vasile vasily vasyl vera veronica viktor victor victoria vincent vincenzo violeta virginia vitali vitaly vitaliy vjekoslav vlad vladimir vladislav vladímir volodymyr volker vojislav vuk walter wang wanda wei wendy werner wilhelm will willem
   william willy wojciech wolfgang xavier yana yanis yannick yuri yuriy yusuf yves yvonne zbigniew zdravko zhang zofia zoran zoë zsolt željko łukasz zuzana agnieszka aleksandra`,
  `александр александра алексей алёна алена алина алиса анастасия анатолий андрей анжела анна антон антонина арам аркадий арсений артём артем артур богдан борис вадим валентин валентина
   валерий валерия василий вера вероника виктор виктория виталий владимир владислав всеволод вячеслав галина геннадий георгий герман глеб григорий давид данила даниил дарья
   денис диана дмитрий евгений евгения егор екатерина елена елизавета жанна захар зинаида зоя иван игорь илья инна ирина карина карл кирилл клара константин ксения лариса лев леонид лидия любовь людмила
   максим маргарита марина мария марк михаил надежда наталия наталья никита николай нина оксана олег олеся ольга павел пётр петр полина раиса рамзан регина роза роман руслан
   светлана семён семен сергей софия софья станислав степан тамара тарас татьяна тимофей тимур ульяна фёдор федор элла эльвира эльмар эмма эдуард юлия юрий яков яна ярослав ярослава
   олександр олексій олена оксана андрій антін вадим валерій василь вікторія віктор віталій володимир вʼячеслав ганна галина геннадій григорій данило дмитро євген євгенія ігор ілля ірина іван катерина
   кирило костянтин леся людмила любов марія микита микола михайло надія наталія наталя олег олесь ольга остап павло петро роман руслан світлана сергій софія степан тарас тетяна юлія юрій ярослав
   александар бојан бранко весна владимир вук горан дарко дејан драган драгана душан зоран иван ивана илија јелена јован јована јосип љиљана марија марко милан милица милош мира мирјана
   младен наташа небојша ненад никола павле петар предраг радован саша слободан снежана срђан стефан тамара тихомир војислав жељко джон дональд борис джо барак эммануэль ангела реджеп си`,
);

/** @returns whether a word, as it is looked up, is a common given name */
export const isGivenName = (key: string): boolean => common.has(key) || iberianGivenNames.has(key);
