import { actorOf, type Handler } from '../../page-context.ts';
import { attachment } from './attachment-name.ts';
import { findVersion } from './find-version.ts';

/** The draft as a study file, byte for byte as it is stored. */
export const downloadDraft: Handler = (_request, response, context) => {
  const { study } = actorOf(context);
  send(response, `${study.key}.study.json`, study.draft);
};

/** A version's frozen study file; its SHA-256 is the version's content hash. */
export const downloadVersion: Handler = async (request, response, context) => {
  const version = await findVersion(context, request.params.number);
  const { study } = actorOf(context);
  send(response, `${study.key}-v${version.number}.study.json`, version.document);
};

function send(response: Parameters<Handler>[1], name: string, document: string): void {
  response.setHeader('Content-Disposition', attachment(name));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.send(Buffer.from(document, 'utf8'));
}
