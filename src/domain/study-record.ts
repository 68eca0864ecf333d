// A study as the database knows it: who may see it, its draft, its frozen versions, its ways in.

import type { StudyRole } from './permission.ts';

export interface StudyRecord {
  readonly id: number;
  /** The study file's key; unique on this server, part of every URL of the study. */
  readonly key: string;
  /** The study file's text, byte for byte as imported or as last written by us. */
  readonly draft: string;
  /** Counts the changes of the draft; a form sends back the one it was made from. */
  readonly draftRevision: number;
  /** Milliseconds since 1970. */
  readonly draftChangedAt: number;
}

export interface StudySummary {
  readonly id: number;
  readonly key: string;
  readonly draft: string;
  readonly role: StudyRole;
  readonly latestVersion: number | null;
  readonly submissions: number;
}

export interface StudyMember {
  readonly accountId: number;
  readonly name: string;
  readonly email: string;
  readonly role: StudyRole;
}

/** A draft frozen for fieldwork. Nothing in it changes ever; the database refuses. */
export interface VersionRecord {
  readonly id: number;
  readonly studyId: number;
  /** 1, 2, 3 … within the study. */
  readonly number: number;
  /** The frozen study file. */
  readonly document: string;
  /** SHA-256 of the document, lower-case hexadecimal. */
  readonly contentHash: string;
  /** Keys of items, then of grouping questions: position i of a submission's answers belongs to key i. */
  readonly answerKeys: readonly string[];
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
}

/** A way in for respondents. The code stays the same when a newer version is opened under it. */
export interface Deployment {
  readonly id: number;
  readonly studyId: number;
  readonly versionId: number;
  /** What stands in the address: /s/<code>. */
  readonly code: string;
  readonly mode: 'open-link';
  readonly state: 'open' | 'closed';
}

export interface StudyStore {
  /** The account becomes owner; one transaction. Throws studyKeyTaken. */
  insertStudy(ownerId: number | null, key: string, draft: string, now: number): Promise<StudyRecord>;
  findOptionalStudyByKey(key: string): Promise<StudyRecord | null>;
  /** Null when the account is no member. */
  findRole(studyId: number, accountId: number): Promise<StudyRole | null>;
  /** Studies of which the account is a member, ordered by key. */
  listStudies(accountId: number): Promise<readonly StudySummary[]>;
  /** Returns the new revision. Throws draftChanged when the stored revision is not the expected one. */
  saveDraft(studyId: number, expectedRevision: number, draft: string, now: number): Promise<number>;
  /** Ordered by name. */
  listMembers(studyId: number): Promise<readonly StudyMember[]>;
  /** Adds the member or changes the role. Throws invalid (last-owner); an owner's fall ends the study's unused invitations. */
  setMember(studyId: number, accountId: number, role: StudyRole): Promise<void>;
  removeMember(studyId: number, accountId: number): Promise<void>;
  /** Gives studies that have no member yet (the example, loaded before there was an account) to the account. */
  adoptOrphanStudies(accountId: number): Promise<void>;

  /**
   * Freezes a version, numbered one above the last, and points the study's open link at it (making the link on the first
   * version); one transaction. Throws draftChanged when the draft's revision is not the expected one.
   */
  publishVersion(input: {
    studyId: number;
    expectedRevision: number;
    document: string;
    contentHash: string;
    answerKeys: readonly string[];
    note: string;
    accountId: number | null;
    newCode: string;
    now: number;
  }): Promise<VersionRecord>;
  /** Newest first. */
  listVersions(studyId: number): Promise<readonly VersionRecord[]>;
  findOptionalVersion(studyId: number, number: number): Promise<VersionRecord | null>;
  findOptionalVersionById(versionId: number): Promise<VersionRecord | null>;

  findOptionalDeployment(studyId: number): Promise<Deployment | null>;
  findOptionalDeploymentByCode(code: string): Promise<Deployment | null>;
  setDeploymentState(deploymentId: number, state: Deployment['state']): Promise<void>;

  /** Who did what, append-only. */
  recordAudit(entry: {
    accountId: number | null;
    studyId: number | null;
    verb: string;
    detail: string;
    now: number;
  }): Promise<void>;
}
