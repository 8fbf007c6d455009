import type { ReactiveControllerHost } from 'lit';
import { alignLists, type Identity, identities, type Row } from '../../../shared/lists/align.ts';
import { chooseRows, type RowFilter, type RowOrder } from '../../../shared/lists/choose-rows.ts';
import { type FoundList, listsIn, listTypes } from '../../../shared/lists/found-list.ts';
import { type Asserted, assertedLengths, lengthsOf } from '../../../shared/lists/lengths.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { collator } from '../../localize/formatters.ts';
import { locale } from '../../localize/locale.ts';
import { Derived } from '../../panels/derived.ts';
import { DeskClaims } from '../../panels/desk-claims.ts';
import { Remembered } from '../../panels/remembered.ts';
import type { Store } from '../../store/store.ts';
import { Likenesses } from './likenesses.ts';
import type { Column } from './matrix.ts';
import { documentTitle, listTitle } from './say-list.ts';

/** So many lists are laid side by side where nobody has chosen. */
const USUAL = 6;
const NONE: readonly FoundList[] = [];
type Compare = (a: string, b: string) => number;
/** Claim types that are looked at: what lists are made of, and numbers. */
const wanted = (type: string) => listTypes(type) || type === 'count';

/** What of the lists is asked for. */
export interface Asking {
  /** Keys of lists; the usual ones where nobody has chosen. */
  readonly chosen: readonly string[] | undefined;
  readonly filter: RowFilter;
  readonly order: RowOrder;
  readonly words: string;
}

/** The lists of the desk side by side: worked out from its claims, each part again only when what it rests on changes. */
export class LaidLists {
  readonly claims: DeskClaims;
  readonly #store: () => Store;
  readonly #likenesses: Likenesses;
  readonly #found: Derived<FoundList[]>;
  readonly #entities: Derived<ReturnType<typeof entitiesOf>>;
  readonly #counts: Derived<Claim[]>;
  /** Another one whenever other claims may be in conflict. */
  readonly #disputed: Derived<(id: string) => boolean>;
  readonly #choice = new Remembered((found: readonly FoundList[], chosen: readonly string[] | undefined) =>
    (chosen ?? usual(found))
      .map(key => found.find(list => list.key === key))
      .filter((list): list is FoundList => list !== undefined),
  );
  readonly #identified = new Remembered(identities);
  readonly #aligned = new Remembered(alignLists);
  readonly #chosenRows = new Remembered(
    (rows: readonly Row[], filter: RowFilter, order: RowOrder, words: string, compare: Compare) =>
      chooseRows(rows, { filter, order, words }, compare),
  );
  readonly #headed = new Remembered(
    (lists: readonly FoundList[], _locale: string, titles: string): Column[] => {
      const froms = titles.split('\n');
      return lists.map((list, place) => ({
        key: list.key,
        title: listTitle(list),
        from: froms[place] ?? '',
        length: list.entries.length,
      }));
    },
  );
  readonly #measured = new Remembered(lengthsOf);
  readonly #held = new Remembered(
    (counts: readonly Claim[], lists: readonly FoundList[], all: readonly Identity[]) =>
      assertedLengths(counts, lists, all, this.#languageOf),
  );
  #all: readonly Row[] = [];
  #rows: readonly Row[] = [];
  #lists: readonly FoundList[] = [];
  #columns: readonly Column[] = [];
  #lengths: ReturnType<typeof lengthsOf> = [];
  #asserted: readonly Asserted[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, store: () => Store) {
    this.#store = store;
    this.claims = new DeskClaims(host, store, wanted);
    this.#likenesses = new Likenesses(host);
    this.#found = new Derived(host, store, ['claims', 'documents'], () =>
      [...this.claims.byDocument.values()].flatMap(listsIn),
    );
    this.#entities = new Derived(host, store, ['entities'], () => entitiesOf(store()));
    this.#counts = new Derived(host, store, ['claims'], () =>
      store()
        .objects.all('claim')
        .map(({ object }) => object)
        .filter(({ type }) => type === 'count'),
    );
    this.#disputed = new Derived(host, store, ['conflicts'], () => (id: string) => store().inConflict(id));
  }

  /** Every list on the desk; none while its claims are still on their way. */
  get found(): readonly FoundList[] {
    return this.claims.isWhole ? this.#found.value : NONE;
  }

  /** The lists that are laid side by side. */
  get lists(): readonly FoundList[] {
    return this.#lists;
  }

  get columns(): readonly Column[] {
    return this.#columns;
  }

  /** Every row of these lists. */
  get all(): readonly Row[] {
    return this.#all;
  }

  /** The rows that are asked for, in the order asked for. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  get lengths(): ReturnType<typeof lengthsOf> {
    return this.#lengths;
  }

  /** What numbers in the texts say of how long the lists are. */
  get asserted(): readonly Asserted[] {
    return this.#asserted;
  }

  /** Whether names are still being compared. */
  get isComparing(): boolean {
    return this.#likenesses.isPending;
  }

  /** Works out what is asked for; to be called before it is drawn. */
  lay({ chosen, filter, order, words }: Asking): void {
    this.#lists = this.#choice.of(this.found, chosen);
    const all = this.#identified.of(this.#lists, this.#entities.value);
    const likenesses = this.#likenesses.of(this.#lists, all, this.#languageOf);
    this.#all = this.#aligned.of(this.#lists, all, likenesses, this.#disputed.value);
    this.#rows = this.#chosenRows.of(this.#all, filter, order, words, collator().compare);
    const title = (list: FoundList) => documentTitle(this.#store(), list).replaceAll('\n', ' ');
    this.#columns = this.#headed.of(this.#lists, locale(), this.#lists.map(title).join('\n'));
    this.#lengths = this.#measured.of(this.#lists, all);
    this.#asserted = this.#held.of(this.#counts.value, this.#lists, all);
  }

  #languageOf = (id: string) => this.#store().objects.get('document', id)?.object.language;
}

const entitiesOf = (store: Store) => store.objects.all('entity').map(({ object }) => object);

/** The longest lists of the kind that most lists are of, parts of others aside. */
function usual(found: readonly FoundList[]): readonly string[] {
  const whole = found.filter(({ within, of }) => within === undefined && of !== 'named');
  const size = (kind: string) =>
    whole.filter(list => list.kind === kind).reduce((sum, list) => sum + list.entries.length, 0);
  const kinds = [...new Set(whole.map(({ kind }) => kind))].sort((a, b) => size(b) - size(a));
  const longest = whole
    .filter(({ kind }) => kind === kinds[0])
    .sort((a, b) => b.entries.length - a.entries.length)
    .slice(0, USUAL);
  return found.filter(list => longest.includes(list)).map(({ key }) => key);
}
