import { CONTEXT, type Node } from '../../../shared/formats/web-annotation/terms.ts';
import type { AnnotationContainer } from '../../services/container/container.ts';
import type { Member, Members } from '../../services/container/members.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Preference } from './preferences.ts';

/** Annotations on a page. */
const PAGE = 100;
const LDP_CONTEXT = 'http://www.w3.org/ns/ldp.jsonld';
/** One that names no vocabulary is read in the W3C's, as its profile has it. */
const USUAL = 'http://www.w3.org/ns/anno.jsonld';

/** Writes the container, its pages and its annotations, under the address at which it is reached. */
export class ContainerPages {
  readonly #container: AnnotationContainer;
  readonly #base: string;

  /** @param base the container's address, with a final slash */
  constructor(container: AnnotationContainer, base: string) {
    this.#container = container;
    this.#base = base;
  }

  async collection({ minimal, iris }: Preference): Promise<Node> {
    const members = await this.#container.members();
    const pages = Math.ceil(members.list.length / PAGE);
    const address = (page: number) => this.#pageAddress(page, iris);
    return {
      '@context': [USUAL, LDP_CONTEXT],
      ...(await this.#summary(members, iris)),
      type: ['BasicContainer', 'AnnotationCollection'],
      label: 'Claims of this desk, and annotations kept here',
      ...(pages === 0
        ? {}
        : { first: minimal ? address(0) : await this.#page(members, 0, iris), last: address(pages - 1) }),
    };
  }

  /** @throws Refusal where there is no such page */
  async page(number: number, iris: boolean): Promise<Node> {
    const members = await this.#container.members();
    if (number * PAGE >= members.list.length)
      throw new Refusal('not-found', `There is no page ${number}; pages count from 0.`);
    const page = await this.#page(members, number, iris);
    return { '@context': USUAL, ...page, partOf: await this.#summary(members, iris) };
  }

  async annotation(member: Member): Promise<Node> {
    const [node] = await this.#container.write([member]);
    return this.#withId(member, node!);
  }

  async #page(members: Members, number: number, iris: boolean): Promise<Node> {
    const start = number * PAGE;
    const list = members.list.slice(start, start + PAGE);
    const last = Math.ceil(members.list.length / PAGE) - 1;
    const nodes = iris ? [] : await this.#container.write(list);
    return {
      id: this.#pageAddress(number, iris),
      type: 'AnnotationPage',
      partOf: this.#address(iris),
      startIndex: start,
      ...(number > 0 ? { prev: this.#pageAddress(number - 1, iris) } : {}),
      ...(number < last ? { next: this.#pageAddress(number + 1, iris) } : {}),
      items: list.map((member, i) => (iris ? this.addressOf(member) : this.#withId(member, nodes[i]!))),
    };
  }

  async #summary(members: Members, iris: boolean): Promise<Node> {
    return {
      id: this.#address(iris),
      type: 'AnnotationCollection',
      total: members.list.length,
      modified: await this.#container.modified(),
    };
  }

  addressOf({ name }: Member): string {
    return this.#base + encodeURIComponent(name);
  }

  #withId(member: Member, { '@context': context, ...node }: Node): Node {
    return {
      '@context': context ?? (member.annotation ? USUAL : CONTEXT),
      id: this.addressOf(member),
      ...node,
    };
  }

  #address(iris: boolean): string {
    return `${this.#base}?iris=${iris ? 1 : 0}`;
  }

  #pageAddress(page: number, iris: boolean): string {
    return `${this.#address(iris)}&page=${page}`;
  }
}
