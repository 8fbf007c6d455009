import { pluralIn } from '../../shared/languages/plural.ts';
import { locale } from './locale.ts';

/**
 * Chooses among the forms that a message gives in braces: `msg(str`${sayNumber(n)} {claim¦claims}`)`.
 * @param count the number that the forms go with
 * @returns the message with one form for each pair of braces
 */
export const plural = (count: number, message: string): string => pluralIn(locale(), count, message);
