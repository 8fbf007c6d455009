// Runs before the first paint, so that how the page was chosen to look does not flash.
try {
  for (const name of ['theme', 'text', 'measure', 'marks']) {
    const value = localStorage.getItem(`variorum-${name}`);
    if (value && /^[a-z]+$/.test(value)) document.documentElement.dataset[name] = value;
  }
} catch {
  // Storage may be forbidden; what is usual will do.
}
