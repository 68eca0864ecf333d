/** A page that only says something: thanks, closed, not found. */
export interface MessageView {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly href: string; readonly text: string } | null;
}
