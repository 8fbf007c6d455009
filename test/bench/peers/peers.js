import { EditorState, RangeSetBuilder } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view';
import { createTextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';

const host = document.getElementById('host');

/** Resolves in the first task after the next frame has been painted. */
const painted = () =>
  new Promise(resolve =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(0);
    }),
  );

async function fetchSample(name) {
  const [text, marks] = await Promise.all([
    fetch(`/samples/${name}.txt`).then(reply => reply.text()),
    fetch(`/samples/${name}.json`).then(reply => reply.json()),
  ]);
  return { text, marks };
}

/** CodeMirror 6 with marks made for its viewport, as its documentation recommends for long documents. */
function codemirror({ text, marks }) {
  const build = view => {
    const builder = new RangeSetBuilder();
    const { from, to } = view.viewport;
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle].start < from - 200) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < marks.length && marks[i].start < to; i++) {
      if (marks[i].end > from)
        builder.add(marks[i].start, marks[i].end, Decoration.mark({ class: `m-${marks[i].type}` }));
    }
    return builder.finish();
  };
  const plugin = ViewPlugin.define(
    view => ({
      marks: build(view),
      update(update) {
        if (update.viewportChanged) this.marks = build(update.view);
      },
    }),
    { decorations: value => value.marks },
  );
  host.style.overflow = 'hidden';
  const state = EditorState.create({
    doc: text,
    extensions: [EditorView.lineWrapping, EditorView.editable.of(false), plugin],
  });
  new EditorView({ state, parent: host });
}

/** @recogito/text-annotator over one paragraph a line. */
async function recogito({ text, marks }) {
  const element = document.createElement('div');
  element.className = 'doc';
  for (const line of text.split('\n')) {
    const paragraph = document.createElement('p');
    paragraph.textContent = `${line}\n`;
    element.append(paragraph);
  }
  host.append(element);
  const annotator = createTextAnnotator(element, { renderer: 'CSS_HIGHLIGHTS', annotatingEnabled: true });
  const drawn = new Promise(resolve => {
    const stop = annotator.renderer?.on?.('onRedraw', () => {
      stop?.();
      resolve();
    });
    if (!stop) resolve();
    setTimeout(resolve, 60_000);
  });
  annotator.setAnnotations(
    marks.map(({ start, end }, i) => ({
      id: `m${i}`,
      bodies: [],
      target: {
        annotation: `m${i}`,
        created: new Date(0),
        selector: [{ quote: text.slice(start, end), start, end }],
      },
    })),
  );
  await drawn;
}

/** Opens a sample. @returns milliseconds from the call to the paint after everything asked for is highlighted */
window.openPeer = async (peer, name) => {
  host.replaceChildren();
  const begun = performance.now();
  await { codemirror, recogito }[peer](await fetchSample(name));
  await painted();
  return performance.now() - begun;
};
