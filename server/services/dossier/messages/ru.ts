import type { DossierMessages } from './en.ts';

/** What the page of a dossier says, in Russian. */
export const ru: DossierMessages = {
  title: 'Досье',
  holds: '{documents}, {claims}, {sources}, {conflicts}. Записано {when}, на записи {entry} журнала, {hash}.',
  documents: '{count} {документ¦документа¦документов}',
  claims: '{count} {утверждение¦утверждения¦утверждений}',
  sources: '{count} {источник¦источника¦источников}',
  conflicts: '{count} {противоречие¦противоречия¦противоречий}',
  toRead: 'Для чтения',
  report:
    '{report}: что не решено, как и почему разрешены противоречия, каждое утверждение с доказательствами, источники.',
  theReport: 'Отчёт',
  unresolved: 'Не решено: {conflicts}, {claims}.',
  openConflicts: '{count} {открытое противоречие¦открытых противоречия¦открытых противоречий}',
  unticked:
    '{count} {утверждение, которое никто не проверил¦утверждения, которые никто не проверил¦утверждений, которые никто не проверил}',
  documentsHead: 'Документы',
  none: 'Нет.',
  titleHead: 'Название',
  claimsHead: 'Утверждения',
  revisionsHead: 'Редакции',
  hashHead: 'SHA-256 байтов',
  text: 'текст {number}',
  bytes: 'байты',
  exportsHead: 'Экспорт',
  toVerify: 'Для проверки',
  verifies:
    'сверяет каждый файл, каждую запись {log}, каждый текст и каждую цитату с их хешем и словами и повторяет каждое изменение журнала. Нужен только Node 20 или новее; {readme} (по-английски) говорит, где что лежит и что этим доказано.',
  log: 'журнала',
  untitled: 'Без названия',
};
