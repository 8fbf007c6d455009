import { msg } from '@lit/localize';
import { toast } from '../../elements/toasts.ts';

/** Puts words on the clipboard and says so, or that the browser does not let it be done. */
export async function copyWords(words: string, says: string = msg('Copied.')): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    toast(says, { brief: true });
  } catch {
    toast(msg('This browser does not let the words be copied. Select them and copy them by hand.'), {
      tone: 'error',
    });
  }
}
