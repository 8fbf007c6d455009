/** Resolves once a frame has been shown, or soon where none is made. */
export function afterFrame(): Promise<void> {
  return new Promise(resolve => {
    const soon = setTimeout(resolve, 250);
    requestAnimationFrame(() => {
      clearTimeout(soon);
      setTimeout(resolve);
    });
  });
}
