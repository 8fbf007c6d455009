import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './support/project.mjs';
import { say, script } from './support/run.mjs';

// Learns what stretches of Latin and Cyrillic letters stand for each other in names, by expectation maximisation over all
// ways of cutting a pair of words into stretches. Every fifth pair is left out, so that it can be measured on those.

const source = path.join(
  process.env.EVAL_DIR ?? path.resolve(root, '../shared/eval'),
  'names/latin-cyrillic.tsv',
);
const target = inProject('shared/values/names/compare/learned-chunks.ts');

const PAIRS = 60_000;
const ROUNDS = 8;
/** Longest stretches, in letters. */
const LATIN = 4;
const CYRILLIC = 2;
/** What each letter beyond the first makes a stretch less likely by, so that letters are preferred to whole words. */
const LONGER = 0.35;
/** Stretches seen less often are not kept. */
const LEAST = 8;
/** Accented letters seen less often are learned as plain ones. */
const LEAST_ACCENTED = 150;

const bare = text => text.normalize('NFD').replace(/\p{M}/gu, '');

function readPairs() {
  const pairs = readFileSync(source, 'utf8')
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .split('\n')
    .filter((_, index) => index % 5 !== 4)
    .map(line => line.split('\t'))
    .filter(
      ([latin, cyrillic]) =>
        /^\p{Script=Latin}{1,20}$/u.test(latin) && /^\p{Script=Cyrillic}{1,20}$/u.test(cyrillic),
    );
  const seen = new Map();
  for (const [latin] of pairs) for (const letter of latin) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  const plainer = letter => (seen.get(letter) >= LEAST_ACCENTED ? letter : bare(letter));
  return pairs.slice(0, PAIRS).map(([latin, cyrillic]) => [[...latin].map(plainer).join(''), cyrillic]);
}

/** Every way to go on from every place in a pair: [i, j, letters taken left, right, unit] five by five. */
function latticeOf([latin, cyrillic], unitOf) {
  const steps = [];
  for (let i = 0; i <= latin.length; i++)
    for (let j = 0; j <= cyrillic.length; j++) {
      if (Math.abs(i / latin.length - j / cyrillic.length) > 0.5) continue;
      for (let a = 0; a <= Math.min(LATIN, latin.length - i); a++)
        for (let b = 0; b <= Math.min(CYRILLIC, cyrillic.length - j); b++) {
          const isStep = a === 0 ? b === 1 : b === 0 ? a <= 2 : b === 1 || a <= 2;
          if (isStep) steps.push(i, j, a, b, unitOf(latin.slice(i, i + a), cyrillic.slice(j, j + b)));
        }
    }
  return Int32Array.from(steps);
}

function learn(pairs) {
  const units = [];
  const ids = new Map();
  const unitOf = (latin, cyrillic) => {
    const key = `${latin}\t${cyrillic}`;
    if (!ids.has(key)) ids.set(key, units.push([latin, cyrillic]) - 1);
    return ids.get(key);
  };
  const lattices = pairs.map(pair => latticeOf(pair, unitOf));
  const letters = units.map(([l, c]) => Math.max(0, l.length - 1) + Math.max(0, c.length - 1));
  const damp = Float64Array.from(letters, count => LONGER ** count);
  let chance = Float64Array.from(units, ([l, c], index) => (l && c ? 0.08 ** letters[index] : 0.002));
  let counts = chance;
  for (let round = 0; round < ROUNDS; round++) {
    chance = shares(counts);
    counts = new Float64Array(units.length);
    for (const [index, pair] of pairs.entries()) count(pair, lattices[index], chance, damp, counts);
    counts = counts.map(seen => (seen < 0.5 ? 0 : seen));
    say(`round ${round + 1}: ${counts.filter(seen => seen > 0).length} stretches`);
  }
  return units.map(([latin, cyrillic], index) => ({ latin, cyrillic, seen: counts[index] }));
}

function shares(counts) {
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.map(seen => seen / sum);
}

/** Forward and backward over one pair; adds to the counts how much each unit is used over all ways of cutting. */
function count([latin, cyrillic], steps, chance, damp, counts) {
  const width = cyrillic.length + 1;
  const forward = new Float64Array((latin.length + 1) * width);
  const backward = new Float64Array(forward.length);
  const last = forward.length - 1;
  const each = k => {
    const unit = steps[k + 4];
    const from = steps[k] * width + steps[k + 1];
    return [from, from + steps[k + 2] * width + steps[k + 3], chance[unit] * damp[unit], unit];
  };
  forward[0] = 1;
  for (let k = 0; k < steps.length; k += 5) {
    const [from, to, worth] = each(k);
    forward[to] += forward[from] * worth;
  }
  if (forward[last] === 0) return;
  backward[last] = 1;
  for (let k = steps.length - 5; k >= 0; k -= 5) {
    const [from, to, worth, unit] = each(k);
    backward[from] += backward[to] * worth;
    counts[unit] += (forward[from] * backward[to] * worth) / forward[last];
  }
}

/** The mean of how surprising each side is given the other, in tenths of a nat. */
function costs(units) {
  const kept = units.filter(({ seen }) => seen >= LEAST);
  const total = side => {
    const sums = new Map();
    for (const unit of kept) sums.set(unit[side], (sums.get(unit[side]) ?? 0) + unit.seen);
    return sums;
  };
  const latins = total('latin');
  const cyrillics = total('cyrillic');
  return kept
    .map(({ latin, cyrillic, seen }) => {
      const surprise = -Math.log(seen / latins.get(latin)) - Math.log(seen / cyrillics.get(cyrillic));
      const least = latin === '' || cyrillic === '' ? 25 : 0;
      return { latin, cyrillic, cost: Math.max(least, Math.round(surprise * 5)) };
    })
    .sort((a, b) => (a.latin < b.latin ? -1 : a.latin > b.latin ? 1 : a.cost - b.cost));
}

/** All stretches of one Latin stretch together: "ch:ч6х12ш31". */
function written(chunks) {
  const lines = new Map();
  for (const { latin, cyrillic, cost } of chunks)
    lines.set(latin, `${lines.get(latin) ?? `${latin}:`}${cyrillic || '_'}${cost}`);
  const rows = [];
  for (const line of lines.values()) {
    if ((rows.at(-1)?.length ?? 200) + line.length > 108) rows.push(line);
    else rows[rows.length - 1] += ` ${line}`;
  }
  return rows.map(row => `  ${row}`).join('\n');
}

await script(async () => {
  const chunks = costs(learn(readPairs()));
  writeFileSync(
    target,
    `/**
 * What stretches of Latin and Cyrillic letters cost that stand for each other in names, in tenths of a nat: a Latin
 * stretch, then each Cyrillic one with its cost; "_" is none. Learned by .scripts/learn-cyrillic.mjs from pairs of names in
 * Wikidata (CC0) as collected in steveash/NETransliteration-COLING2018; every fifth pair was left out.
 */
export const learnedChunks = \`
${written(chunks)}\`;
`,
  );
  say(`${chunks.length} stretches written to ${path.relative(root, target)}`);
});
