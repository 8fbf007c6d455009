/** @returns what gives what `make` gives, made anew only where something else is asked for than the last time */
export function latest<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  let last: { readonly key: Key; readonly made: Made } | undefined;
  return key => {
    if (!last || last.key !== key) last = { key, made: make(key) };
    return last.made;
  };
}
