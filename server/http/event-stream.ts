/** @returns an event as Server-Sent Events write it; JSON never holds a line end, so its data is one line. */
export function event(name: string, data: unknown, id?: number): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** @returns a line that says nothing but keeps the connection alive. */
export function comment(words: string): string {
  return `: ${words}\n\n`;
}
