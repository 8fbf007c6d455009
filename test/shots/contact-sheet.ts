/** A picture of a screen in a state. */
export interface Shot {
  readonly screen: string;
  readonly state: string;
  readonly size: string;
  readonly scheme: string;
  readonly file: string;
}

const STYLE = `body{font:15px/1.4 system-ui,sans-serif;margin:24px;background:#777;color:#fff}
h2{margin:28px 0 8px;text-transform:capitalize}h3{font-size:13px;margin:12px 0 4px}
.row{display:flex;gap:12px;align-items:flex-start;flex-wrap:wrap}
figure{margin:0}figcaption{font-size:12px}img{height:260px;display:block;border:1px solid #333}`;

/** @returns a page of all pictures, a screen and a state at a time */
export function contactSheet(shots: readonly Shot[]): string {
  const parts = [...new Set(shots.map(({ screen }) => screen))].map(screen => {
    const states = [...new Set(shots.filter(one => one.screen === screen).map(({ state }) => state))];
    return `<h2>${screen}</h2>${states.map(state => rowOf(shots, screen, state)).join('')}`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Variorum, every screen</title><style>${STYLE}</style><h1>Every screen</h1>${parts.join('')}\n`;
}

function rowOf(shots: readonly Shot[], screen: string, state: string): string {
  const pictures = shots
    .filter(one => one.screen === screen && one.state === state)
    .map(
      ({ file, scheme, size }) =>
        `<figure><a href="${file}"><img src="${file}" alt="${screen}, ${state}, ${size}, ${scheme}" loading="lazy"></a><figcaption>${size}, ${scheme}</figcaption></figure>`,
    );
  return `<h3>${state}</h3><div class="row">${pictures.join('')}</div>`;
}
