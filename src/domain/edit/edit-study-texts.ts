import { fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import { problems } from '../problem.ts';
import type { Study, StudySource } from '../study.ts';
import { URL_PATTERN } from '../study-limits.ts';
import { editOptionalText, editText, withOptional } from './edit-text.ts';

export interface StudyTexts {
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly citation: string;
  readonly url: string;
  readonly editionCited: string;
  readonly layout: 'adaptive' | 'stacked';
}

/** Title, description, where the model was published, the edition it cites, and the layout of the questionnaire. */
export function editStudyTexts(study: Study, typed: StudyTexts): Study {
  const title = editText(study.title, typed.title);
  if (Object.keys(title).length === 0)
    throw problems.invalid([fault(`title:${study.languages[0]}`, 'text-missing')]);
  let edited: Study = { ...study, title };
  edited = withOptional(edited, 'description', editOptionalText(study.description, typed.description));
  edited = withOptional(edited, 'source', editSource(study.source, typed));
  const editionCited = typed.editionCited.trim();
  const paradigm = withOptional(study.paradigm, 'editionCited', editionCited || undefined);
  // 'adaptive' is what an absent layout means, so choosing it writes nothing into a file that never said it.
  const keepsDefault = typed.layout === 'adaptive' && study.layout === undefined;
  return withOptional({ ...edited, paradigm }, 'layout', keepsDefault ? undefined : typed.layout);
}

function editSource(before: StudySource | undefined, typed: StudyTexts): StudySource | undefined {
  const citation = typed.citation.trim();
  const url = typed.url.trim();
  if (citation === '') {
    if (url !== '' || before?.note) throw problems.invalid([fault('citation', 'text-missing')]);
    return undefined;
  }
  if (!URL_PATTERN.test(url)) throw problems.invalid([fault('url', 'url-malformed', { value: url })]);
  return withOptional({ ...before, citation }, 'url', url || undefined);
}
