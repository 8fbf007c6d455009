/** A line of a brat standoff file, by the letter that it begins with. */
export type BratLine =
  | {
      readonly is: 'T';
      readonly id: string;
      readonly type: string;
      readonly spans: readonly (readonly [number, number])[];
      readonly surface: string;
    }
  | {
      readonly is: 'E';
      readonly id: string;
      readonly type: string;
      readonly trigger: string;
      readonly roles: readonly Role[];
    }
  | { readonly is: 'R'; readonly id: string; readonly type: string; readonly roles: readonly Role[] }
  | { readonly is: '*'; readonly type: string; readonly members: readonly string[] }
  | {
      readonly is: 'A';
      readonly id: string;
      readonly name: string;
      readonly of: string;
      readonly value?: string;
    }
  | {
      readonly is: 'N';
      readonly id: string;
      readonly name: string;
      readonly of: string;
      readonly target: string;
      readonly words: string;
    }
  | {
      readonly is: '#';
      readonly id: string;
      readonly name: string;
      readonly of: string;
      readonly words: string;
    };

/** One argument of an event or a relation: `Theme:T2`. */
export interface Role {
  readonly name: string;
  readonly of: string;
}

/** @returns what a line says, or undefined where it is none of brat's. */
export function readLine(line: string): BratLine | undefined {
  const [id = '', middle = '', ...rest] = line.split('\t');
  const words = rest.join('\t');
  const tokens = middle.trim().split(/\s+/).filter(Boolean);
  const [first = '', second = '', ...more] = tokens;
  switch (id[0]) {
    case 'T':
      return readSpan(id, middle, words);
    case 'E': {
      const head = roleOf(first);
      if (!head) return undefined;
      return { is: 'E', id, type: head.name, trigger: head.of, roles: rolesOf([second, ...more]) };
    }
    case 'R':
      return first === '' ? undefined : { is: 'R', id, type: first, roles: rolesOf([second, ...more]) };
    case '*':
      return first === '' ? undefined : { is: '*', type: first, members: [second, ...more].filter(Boolean) };
    case 'A':
    case 'M':
      if (second === '') return undefined;
      return { is: 'A', id, name: first, of: second, ...(more.length > 0 ? { value: more.join(' ') } : {}) };
    case 'N':
      return second === ''
        ? undefined
        : { is: 'N', id, name: first, of: second, target: more.join(' '), words };
    case '#':
      return second === '' ? undefined : { is: '#', id, name: first, of: second, words };
    default:
      return undefined;
  }
}

function readSpan(id: string, middle: string, surface: string): BratLine | undefined {
  const match = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(middle.trim());
  if (!match) return undefined;
  const spans = match[2]!.split(';').map(span => {
    const [start, end] = span.split(' ').map(Number);
    return [start!, end!] as const;
  });
  return { is: 'T', id, type: match[1]!, spans, surface };
}

function roleOf(token: string): Role | undefined {
  const match = /^([^:\s]+):(\S+)$/.exec(token);
  return match ? { name: match[1]!, of: match[2]! } : undefined;
}

const rolesOf = (tokens: readonly string[]): Role[] => tokens.flatMap(token => roleOf(token) ?? []);
