import type WaToast from '@awesome.me/webawesome/dist/components/toast/toast.js';
import type WaToastItem from '@awesome.me/webawesome/dist/components/toast-item/toast-item.js';
import { msg } from '@lit/localize';

export interface ToastOptions {
  /** What the button does, where there is one. */
  readonly action?: { readonly label: string; run(): void };
  readonly tone?: 'plain' | 'error';
  /** Shown for a moment only, in place of the brief message before it. */
  readonly brief?: boolean;
}

/** Milliseconds a message stays; long enough to read it and to reach its button. */
const STAYS = 10_000;
const STAYS_BRIEFLY = 2500;

/** Brings the control that shows messages, which nobody needs before the first text. */
export const bringToasts = (): Promise<unknown> =>
  // While the server is away it cannot come; the next message asks for it again.
  import('./web-awesome.ts')
    .then(() => import('@awesome.me/webawesome/dist/components/toast/toast.js'))
    .catch(() => undefined);

let stack: WaToast | undefined;
let lastBrief: WaToastItem | undefined;

/**
 * Shows a passing message and speaks it, with a button where something can be done about it. It waits
 * while it is pointed at. What shows a message need not announce it as well.
 */
export function toast(words: string, { action, tone = 'plain', brief = false }: ToastOptions = {}): void {
  // What is made before the control has come takes its shape when it has.
  void bringToasts();
  if (!stack?.isConnected) {
    stack = document.createElement('wa-toast');
    stack.placement = 'bottom-center';
    stack.setAttribute('role', 'region');
    stack.setAttribute('aria-label', msg('Messages'));
    document.body.append(stack);
  }
  const item = document.createElement('wa-toast-item');
  item.variant = tone === 'error' ? 'danger' : 'neutral';
  item.size = 's';
  item.duration = tone === 'error' ? 0 : brief ? STAYS_BRIEFLY : STAYS;
  const text = document.createElement('span');
  text.textContent = words;
  const row = document.createElement('div');
  row.className = 'toast-row';
  row.append(text);
  // The space keeps the message and its button apart where both are spoken.
  if (action) row.append(' ', button(action, item));
  item.append(row);
  if (brief) {
    lastBrief?.remove();
    lastBrief = item;
  }
  stack.append(item);
}

/** @param action what the button does; without words of its own it says "Undo" */
function button(action: NonNullable<ToastOptions['action']>, item: WaToastItem): HTMLButtonElement {
  const made = document.createElement('button');
  made.className = 'btn quiet toast-action';
  made.textContent = action.label || msg('Undo');
  made.addEventListener('click', () => {
    action.run();
    // Pressed before the control has come, it is a plain element.
    if (typeof item.hide === 'function') void item.hide();
    else item.remove();
  });
  return made;
}
