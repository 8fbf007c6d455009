/** @returns the text with every white space character a space; its length stays. */
export const spacesEach = (text: string): string => text.replace(/\s/g, ' ');

/** @returns the text with every run of white space one space, without any at its ends. */
export const spacesRun = (text: string): string => text.replace(/\s+/g, ' ').trim();
