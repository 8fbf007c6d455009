import { msg } from '@lit/localize';

/** Kinds of sources that the form offers, as CSL names them. */
export function cslTypes(): readonly (readonly [string, string])[] {
  return [
    ['webpage', msg('Web page')],
    ['article-newspaper', msg('Newspaper article')],
    ['article-magazine', msg('Magazine article')],
    ['article-journal', msg('Journal article')],
    ['post', msg('Post')],
    ['post-weblog', msg('Blog post')],
    ['book', msg('Book')],
    ['chapter', msg('Chapter of a book')],
    ['entry-encyclopedia', msg('Encyclopedia entry')],
    ['report', msg('Report')],
    ['press-release', msg('Press release')],
    ['speech', msg('Speech')],
    ['interview', msg('Interview')],
    ['broadcast', msg('Broadcast')],
    ['motion_picture', msg('Film or video')],
    ['legislation', msg('Law')],
    ['personal_communication', msg('Letter or message')],
    ['document', msg('Other document')],
  ];
}

export function sayCslType(type: string): string {
  return cslTypes().find(([code]) => code === type)?.[1] ?? type;
}
