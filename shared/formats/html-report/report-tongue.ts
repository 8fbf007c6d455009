import type { Language } from '../../languages/languages.ts';
import { Tongue } from '../../languages/tongue.ts';
import { en, type ReportMessage } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { ru } from './messages/ru.ts';

/** What the report says, in each language. */
export const reportMessages = { en, es, ru, fr };

/** A language in which the report is written. */
export type ReportTongue = Tongue<ReportMessage>;

export const reportTongue = (language: Language): ReportTongue => new Tongue(language, reportMessages);
