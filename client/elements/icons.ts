import {
  ArrowLeft,
  ArrowRight,
  BookOpenText,
  ChartGantt,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Circle,
  CircleQuestionMark,
  ClipboardPaste,
  CloudOff,
  Columns2,
  Copy,
  Download,
  Ellipsis,
  ExternalLink,
  FileText,
  Flag,
  HardDriveDownload,
  History,
  Info,
  Library,
  Link,
  ListChecks,
  ListFilter,
  LoaderCircle,
  MessageSquare,
  Minus,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  Paperclip,
  Pencil,
  Plus,
  Quote,
  Redo2,
  RefreshCw,
  RotateCcw,
  Scale,
  Search,
  Settings2,
  Sun,
  Table,
  Tag,
  Trash,
  TriangleAlert,
  Undo2,
  Upload,
  User,
  Users,
  X,
} from 'lucide';

/** An icon's drawing: names and attributes of its SVG elements. */
export type Drawing = readonly (readonly [string, Readonly<Record<string, string | number | undefined>>])[];

/** Every icon in use, by its name here. Only what stands in this list is bundled. */
export const icons = {
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  'book-open': BookOpenText,
  history: History,
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'chevron-up': ChevronUp,
  circle: Circle,
  help: CircleQuestionMark,
  paste: ClipboardPaste,
  kept: HardDriveDownload,
  offline: CloudOff,
  columns: Columns2,
  copy: Copy,
  download: Download,
  ellipsis: Ellipsis,
  external: ExternalLink,
  file: FileText,
  flag: Flag,
  info: Info,
  library: Library,
  link: Link,
  list: ListChecks,
  'list-filter': ListFilter,
  loader: LoaderCircle,
  note: MessageSquare,
  minus: Minus,
  monitor: Monitor,
  moon: Moon,
  'panel-left': PanelLeft,
  'panel-right': PanelRight,
  paperclip: Paperclip,
  pencil: Pencil,
  plus: Plus,
  quote: Quote,
  redo: Redo2,
  refresh: RefreshCw,
  reopen: RotateCcw,
  scale: Scale,
  search: Search,
  settings: Settings2,
  sun: Sun,
  table: Table,
  tag: Tag,
  timeline: ChartGantt,
  trash: Trash,
  warning: TriangleAlert,
  undo: Undo2,
  upload: Upload,
  user: User,
  users: Users,
  x: X,
} satisfies Record<string, Drawing>;
export type IconName = keyof typeof icons;

const SVG = 'http://www.w3.org/2000/svg';

/** Fills an SVG element with an icon's drawing, in the manner that all icons here share. */
export function drawIcon(svg: SVGElement, drawing: Drawing): void {
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('fill', 'none');
  svg.setAttribute('stroke', 'currentColor');
  svg.setAttribute('stroke-linecap', 'round');
  svg.setAttribute('stroke-linejoin', 'round');
  svg.replaceChildren(
    ...drawing.map(([name, attributes]) => {
      const shape = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
      return shape;
    }),
  );
}
