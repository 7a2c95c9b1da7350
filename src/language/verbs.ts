import nlp from 'compromise/three';

/**
 * Puts an ask into the form that follows "will": "ensuring that …" → "ensure that …", "A protocol should be agreed" → "agree a protocol".
 * Only the verb is touched; on doubt the answer is null and the caller uses the words as they stand. `verbs` are plain forms that need no look at the grammar.
 */
export function asInfinitive(phrase: string, verbs: ReadonlySet<string> = NONE): string | null {
  const words = stripModal(phrase.trim());
  const first = /^\p{L}[\p{L}’'-]*/u.exec(words)?.[0];
  if (first === undefined) return null;
  const rest = words.slice(first.length);
  const lower = first.toLowerCase();
  if (lower === 'be' || isUsedAsNoun(lower, rest)) return passive(words);
  const verb = verbs.has(lower) ? lower : infinitiveOf(lower, words);
  return verb === null ? passive(words) : verb + rest;
}

const NONE: ReadonlySet<string> = new Set();

/** "should review its policy" → "review its policy". */
function stripModal(phrase: string): string {
  return phrase.replace(/^(?:(?:should|must|will|shall|ought to|needs? to|has to|have to|is to|are to)\s|to\s)/i, '');
}

const THING_AFTER = /^\s(?:(?:an?|the|its|their|his|her|our|each|every|all|any|both|one|two|three|four|five|six|ten|how|who|what|when|where|whether|that)\b|\d)/i;

/** Nouns that end like a gerund. */
const NOUNS_IN_ING = new Set('training briefing meeting housing safeguarding learning funding parenting wellbeing nursing policing understanding finding hearing building setting'.split(' '));

/** "support for fathers" and "recording of fathers" are things; "support the father" and "recording the father" are asks. */
function isUsedAsNoun(word: string, rest: string): boolean {
  if (THING_AFTER.test(rest)) return false;
  if (/^\s(?:of|for)\b/i.test(rest)) return true;
  return NOUNS_IN_ING.has(word) || rest.trim() === '';
}

/** Verbs that are nouns as well, and that the tagger takes for nouns before a plain object. */
const VERBS_TOO = new Set('audit commission fund pilot trial map test chair host lead brief staff train amend appoint convene compare co-produce re-audit dip-sample'.split(' '));

function infinitiveOf(word: string, words: string): string | null {
  if (VERBS_TOO.has(word)) return word;
  const tags = firstTags(words);
  if (!tags.has('Verb')) return /ing$/u.test(word) && THING_AFTER.test(words.slice(word.length)) ? transform(word, 'Gerund') : null;
  if (tags.has('Infinitive') || tags.has('Imperative')) return word;
  if (tags.has('Gerund')) return transform(word, 'Gerund');
  if (tags.has('PresentTense') && /s$/u.test(word)) return transform(word, 'PresentTense');
  return null;
}

/** A tag hangs on the few words behind it, and the library's time on all that it is given. */
const ENOUGH = 60;

function firstTags(words: string): ReadonlySet<string> {
  const few = words.length <= ENOUGH ? words : words.slice(0, ENOUGH).replace(/\s\S*$/u, '');
  return nlp(few).termList()[0]?.tags ?? NONE;
}

type VerbTag = 'Gerund' | 'PresentTense' | 'PastTense';

/** The library's own rules for one word, without a reading of it as a text. */
interface VerbMethods {
  readonly two: { readonly transform: { readonly verb: { readonly toInfinitive: (word: string, model: object, tag: VerbTag) => string } } };
}

/** "reviewing" → "review". Hyphens, irregular participles ("written") and words that only look like a verb with "s" ("process") need the whole reading. */
function transform(word: string, tag: VerbTag): string | null {
  const regular = tag !== 'PresentTense' && /^[a-z]+(?:ing|ed)$/u.test(word);
  const plain = regular ? (nlp.methods() as VerbMethods).two.transform.verb.toInfinitive(word, nlp.model(), tag) : inContext(word, tag);
  return /^[\p{L}-]+$/u.test(plain) ? plain : null;
}

function inContext(word: string, tag: VerbTag): string {
  const view = nlp(word);
  view.tag(tag);
  return view.verbs().toInfinitive().text().trim();
}

const IRREGULAR = 'made|given|put|set|held|written|drawn|built|sent|kept|told|taken|undertaken|brought|sought|found|shown|known|seen|led|run';
const PASSIVE = new RegExp(
  `^(.{3,120}?)\\s(?:(?:should|must|will|shall|is to|are to|needs? to|has to|have to|ought to|to)\\s)?be\\s(?:(?:jointly|formally|urgently|fully|clearly|also|then)\\s)?([\\p{L}-]{2,20}ed|${IRREGULAR})\\b(.*)$`,
  'iu',
);

/** "A protocol should be agreed by June" → "agree a protocol by June". */
function passive(words: string): string | null {
  const match = PASSIVE.exec(words.replace(/[.;]$/u, ''));
  const [, subject, participle, rest] = match ?? [];
  if (subject === undefined || participle === undefined || subject.split(/\s/u).length > 14 || /[,;:]|\b(?:be|is|are|was|were|if|when|that|it|there)\b/i.test(subject)) return null;
  if (/^\sand\s[\p{L}-]+ed\b/u.test(rest ?? '')) return null;
  const verb = transform(participle.toLowerCase(), 'PastTense');
  if (verb === null || verb === participle.toLowerCase() && /ed$/u.test(verb)) return null;
  return `${verb} ${lowerDeterminer(subject)}${rest ?? ''}`;
}

function lowerDeterminer(subject: string): string {
  return subject.replace(/^(?:A|An|The|All|Each|Every|This|These|Any|Its|Their)\b/u, (word) => word.toLowerCase());
}
