import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import type { VrDocumentTable } from './document-table.ts';

/** What the Library's commands act on. */
export interface LibraryParts {
  table(): VrDocumentTable | null;
  /** What is stepped through: the documents, or what is offered where there are none. */
  list(): { readonly rows: readonly unknown[]; step(by: 1 | -1): unknown } | null;
  addFiles(): void;
  paste(): void;
  folder(): void;
  address(): void;
}

/** Commands of the Library. */
export function libraryCommands({ table, list, addFiles, paste, folder, address }: LibraryParts): Command[] {
  const group = msg('Library');
  const step = (by: 1 | -1): Command['run'] => {
    return (_context, dispatch) => {
      if ((list()?.rows.length ?? 0) === 0) return false;
      dispatch?.(() => list()?.step(by));
      return true;
    };
  };
  const ask = (what: 'edit' | 'original' | 'otherwise' | 'redact' | 'remove' | 'revise'): Command['run'] => {
    return (_context, dispatch) => {
      const id = table()?.focused;
      if (!id) return false;
      dispatch?.(() => table()?.ask(what, id));
      return true;
    };
  };
  return [
    { id: 'library.next', label: msg('Next document'), group, keys: ['j', 'ArrowDown'], run: step(1) },
    { id: 'library.previous', label: msg('Previous document'), group, keys: ['k', 'ArrowUp'], run: step(-1) },
    { id: 'library.edit', label: msg('Edit title and kind'), group, keys: ['F2'], run: ask('edit') },
    {
      id: 'library.revise',
      label: msg('New revision of the document'),
      group,
      keys: ['v'],
      run: ask('revise'),
    },
    {
      id: 'library.otherwise',
      label: msg('Read the document otherwise'),
      group,
      keys: ['Shift-v'],
      run: ask('otherwise'),
    },
    {
      id: 'library.original',
      label: msg('Download the original of the document'),
      group,
      keys: ['Shift-d'],
      run: ask('original'),
    },
    {
      id: 'library.compare',
      label: msg('Compare the revisions of the document'),
      group,
      keys: ['c'],
      run: ({ store }, dispatch) => {
        const id = table()?.focused;
        const revisions = id && store.get('document', id)?.object.revisions.length;
        if (!id || !revisions || revisions < 2) return false;
        dispatch?.(() => table()?.ask('compare', id));
        return true;
      },
    },
    {
      id: 'library.redact',
      label: msg('Redact the document'),
      group,
      keys: ['Shift-Delete'],
      run: ask('redact'),
    },
    { id: 'library.remove', label: msg('Remove the document'), group, keys: ['Delete'], run: ask('remove') },
    always({ id: 'library.add', label: msg('Add files'), group, keys: ['a'] }, addFiles),
    always({ id: 'library.folder', label: msg('Add a folder'), group, keys: ['Shift-a'] }, folder),
    always({ id: 'library.address', label: msg('Add from an address'), group, keys: ['n'] }, address),
    always({ id: 'library.paste', label: msg('Paste text'), group, keys: ['p'] }, paste),
  ];
}

function always(command: Omit<Command, 'run'>, act: () => void): Command {
  return {
    ...command,
    run: (_context, dispatch) => {
      dispatch?.(act);
      return true;
    },
  };
}
