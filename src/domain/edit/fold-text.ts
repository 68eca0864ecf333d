/**
 * For comparing only, never for storing: Arabic and Persian letters that look alike become one, half-spaces and case vanish,
 * and a full stop at the end does not make another sentence.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?؟…:]+$/u, '')
    .trim()
    .toLowerCase();
}
