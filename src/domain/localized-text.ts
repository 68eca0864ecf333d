/** A text in one or more languages, by BCP 47 tag: { en: 'Agree', fa: 'موافقم' }. Stored as typed (NFC), never folded. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The text in the first of the languages that has one; '' when none has. */
export function textIn(text: LocalizedText | undefined, ...languages: readonly string[]): string {
  if (!text) return '';
  for (const language of languages) {
    const found = text[language];
    if (found !== undefined && found.trim() !== '') return found;
  }
  return Object.values(text).find((value) => value.trim() !== '') ?? '';
}
