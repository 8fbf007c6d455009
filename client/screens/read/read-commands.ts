import { msg, str } from '@lit/localize';
import { claimTypes } from '../../../shared/claim-types/registry.ts';
import { entityKindOf } from '../../../shared/entities/name-entity.ts';
import type { Command, CommandContext } from '../../commands/command.ts';
import { typeWord } from '../../localize/say-type.ts';
import { revisionsPlace } from '../../router/compare-address.ts';
import { conflictsOf } from './claim-conflicts.ts';
import { asksNothing } from './filter-address.ts';
import { extendClaim, removeFocused, selectedWords, tick } from './gestures.ts';
import type { Lens } from './lens.ts';
import { type PlacingDesk, placingCommands } from './placing/commands.ts';
import type { Reading, Task } from './reading.ts';
import { type SuggestionDesk, suggestionCommands } from './suggestions/commands.ts';

/** What commands need of the screen beside what is being read. */
export interface ReadDesk extends SuggestionDesk, PlacingDesk {
  readonly reading: Reading;
  readonly lens: Lens;
  /** Goes to the next or previous claim; to one in conflict where `conflicting`. */
  step(direction: 1 | -1, conflicting: boolean): boolean;
  choose(type: string): void;
  findType(): void;
  begin(task: Task): void;
  flag(): void;
  /** Does what Enter stands for here; false where it stands for nothing. */
  accept(really: boolean): boolean;
  find(): void;
  back(): void;
  fold(side: 'left' | 'right'): void;
  /** Whether what is read has an original with pages. */
  readonly offersPage: boolean;
  /** Shows the original page beside the text, or closes it. */
  turnPage(): void;
  copyLink(): void;
  list(isListing?: boolean): void;
  markMany(kind: 'items' | 'alike'): void;
  print(): void;
  chooseOverlap(): void;
  moveEdges(): void;
  /** Gives the keyboard to the field for why something was refused. */
  giveReason(): void;
  /** Begins to pick what the selected words or the focused claim are compared with; false where there is nothing. */
  compare(really: boolean): boolean;
}

/** Commands that are there while a document is read. */
export function readCommands(desk: ReadDesk): Command[] {
  const hasWords = () => selectedWords(desk.reading) !== undefined;
  const hasClaim = () => desk.reading.claim !== undefined;
  const hasSuggestion = () => desk.suggestionHand.target !== undefined;
  const hasRefused = () => desk.reading.suggesting.refused !== undefined;
  const group = msg('Read');
  const marking = msg('Mark');
  const one = (
    id: string,
    label: string,
    keys: readonly string[],
    could: () => boolean,
    act: (context: CommandContext) => void,
    more: Partial<Command> = {},
  ): Command => ({
    id: `read.${id}`,
    label,
    group,
    keys,
    run: (context, dispatch) => {
      if (desk.reading.stage !== 'ready' || !could()) return false;
      dispatch?.(() => act(context));
      return true;
    },
    ...more,
  });
  const always = () => true;
  return [
    ...suggestionCommands(desk, one),
    ...placingCommands(desk, one),
    one('next', msg('Next claim'), ['j'], always, () => desk.step(1, false)),
    one('previous', msg('Previous claim'), ['k'], always, () => desk.step(-1, false)),
    one('nextConflict', msg('Next open conflict'), ['n'], always, () => desk.step(1, true)),
    one('previousConflict', msg('Previous open conflict'), ['p'], always, () => desk.step(-1, true)),
    ...claimTypes
      .filter(type => type.digit)
      .sort((a, b) => a.digit!.localeCompare(b.digit!))
      .map(type =>
        one(
          `mark.${type.id}`,
          msg(str`Mark as ${typeWord(type.id)}, or make the focused claim one`),
          [type.digit!],
          () => hasWords() || hasClaim() || hasSuggestion(),
          () => desk.choose(type.id),
          { group: marking },
        ),
      ),
    one(
      'mark.other',
      msg('All types, by typing'),
      ['0'],
      () => hasWords() || hasClaim() || hasSuggestion(),
      () => desk.findType(),
      {
        group: marking,
      },
    ),
    one(
      'extend',
      msg('Add the selected words to the focused claim'),
      ['+'],
      () => hasWords() && hasClaim() && !desk.reading.waits(desk.reading.claim!.object),
      () => void extendClaim(desk.reading),
      {
        group: marking,
      },
    ),
    one('items', msg('Mark each item of the selected list'), ['i'], hasWords, () => desk.markMany('items'), {
      group: marking,
    }),
    one(
      'alike',
      msg('Mark every place with the same words'),
      ['*'],
      () => hasWords() || hasClaim(),
      () => desk.markMany('alike'),
      { group: marking },
    ),
    one('edges', msg('Move the edges of the focused claim'), ['F2'], hasClaim, () => desk.moveEdges(), {
      group: marking,
    }),
    one(
      'accept',
      msg('Open the claim, or accept what is asked or suggested'),
      ['Enter'],
      () => desk.accept(false),
      () => desk.accept(true),
    ),
    one('overlap', msg('Choose among claims that overlap'), ['Alt-ArrowDown'], always, () =>
      desk.chooseOverlap(),
    ),
    one('tick', msg('Tick the claim, or take the tick away'), ['x'], hasClaim, () =>
      tick(desk.reading, desk.reading.claim!.object),
    ),
    one('verdict', msg('Verdict'), ['v'], hasClaim, () => desk.begin('verdict')),
    one('workflow', msg('Workflow'), ['w'], hasClaim, () => desk.begin('workflow')),
    one(
      'entity',
      msg('Name the entity of the claim'),
      ['b'],
      () => entityKindOf(desk.reading.claim?.object.type ?? '') !== undefined,
      () => desk.begin('entity'),
    ),
    one('tag', msg('Tag'), ['t'], hasClaim, () => desk.begin('tag')),
    one(
      'note',
      msg('Note'),
      ['m'],
      () => hasWords() || hasClaim() || hasSuggestion() || hasRefused(),
      () => (hasRefused() && !hasWords() ? desk.giveReason() : desk.begin('note')),
    ),
    one(
      'evidence',
      msg('Attach evidence'),
      ['e'],
      () => hasWords() || hasClaim() || hasSuggestion(),
      () => desk.begin('evidence'),
    ),
    one(
      'flag',
      msg('Flag a conflict'),
      ['f'],
      () => hasWords() || hasClaim() || hasSuggestion(),
      () => desk.flag(),
    ),
    one('redact', msg('Redact these words'), ['Shift-Delete'], hasWords, ({ router }) => {
      const { start, end } = selectedWords(desk.reading)!;
      router.go({ screen: 'redact', documentId: desk.reading.documentId!, query: `from=${start}&to=${end}` });
    }),
    one(
      'compare',
      msg('Compare with …'),
      ['c'],
      () => desk.compare(false),
      () => void desk.compare(true),
    ),
    one(
      'compareRevisions',
      msg('Compare revisions'),
      ['Shift-c'],
      () => (desk.reading.document?.revisions.length ?? 0) > 1,
      ({ router }) => router.go(revisionsPlace(desk.reading.document!)),
    ),
    one('history', msg('The text at any moment'), ['Shift-h'], always, ({ router }) => {
      const { documentId, focused } = desk.reading;
      if (documentId)
        router.go({ screen: 'history', documentId, ...(focused ? { query: `claim=${focused}` } : {}) });
    }),
    one(
      'settle',
      msg('Settle the conflict at the desk'),
      ['o'],
      () => hasConflict(desk.reading),
      ({ router }) => {
        const conflict = conflictsOf(desk.reading, desk.reading.focused!)[0]!;
        router.go({ screen: 'conflicts', conflictId: conflict.id });
      },
    ),
    one(
      'link',
      msg('Copy a link to the claim or the selected words'),
      ['y'],
      () => hasWords() || hasClaim() || desk.reading.suggesting.focused !== undefined,
      () => desk.copyLink(),
    ),
    one('remove', msg('Remove the claim'), ['Delete'], hasClaim, () =>
      removeFocused(desk.reading, desk.reading.claim!),
    ),
    one(
      'lens',
      msg('Fold the markup for reading, or show the source'),
      ['r'],
      () => desk.lens.isOffered,
      () => desk.lens.turn(),
    ),
    one(
      'page',
      msg('Original page beside the text, or close it'),
      ['Shift-p'],
      () => desk.offersPage,
      () => desk.turnPage(),
    ),
    one('find', msg('Find in this document'), ['/'], always, () => desk.find()),
    one(
      'place',
      msg('Go to a page, a time or a row of the original'),
      ['Shift-g'],
      () => desk.reading.derivation?.summary.terms !== undefined,
      () => desk.find(),
    ),
    one(
      'all',
      msg('Show all claims'),
      ['a'],
      () => !asksNothing(desk.reading.claims?.filter ?? {}),
      () => desk.reading.setFilter({}),
    ),
    one('list', msg('List of claims, to select many'), ['l'], always, () => desk.list()),
    one('print', msg('Print the text with its claims'), ['Mod-p'], always, () => desk.print()),
    one('foldLeft', msg('Fold contents and filters'), ['['], always, () => desk.fold('left')),
    one('foldRight', msg('Fold the inspector'), [']'], always, () => desk.fold('right')),
    one('back', msg('Back to the text'), ['Escape'], always, () => desk.back(), { inFields: true }),
  ];
}

const hasConflict = (reading: Reading): boolean =>
  reading.focused !== undefined &&
  conflictsOf(reading, reading.focused).some(({ state }) => state === 'open');
