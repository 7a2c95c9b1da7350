import type { Level } from '../critique.ts';
import type { Span } from '../document.ts';
import type { Ask, Clause } from '../language/clause.ts';
import { trimmedEnd } from '../language/trim.ts';
import { anyCase } from '../any-case.ts';

/** Head verbs by what they commit the doer to, and words of objects; from `models/verbs.json`. */
export interface VerbModel {
  readonly aspirational: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
  readonly review: ReadonlySet<string>;
  readonly training: ReadonlySet<string>;
  readonly task: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly product: RegExp;
  readonly vagueObject: RegExp;
  /** All lemmas that may open an imperative. */
  readonly all: ReadonlySet<string>;
}

export type RawVerbs = Readonly<Record<'aspirational' | 'telling' | 'review' | 'training' | 'task' | 'product' | 'vagueObject' | 'states', readonly string[]>>;

export function verbModel(raw: RawVerbs): VerbModel {
  const words = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).map((word) => word.replace(/[-\s]+/gu, '[-\\s]')).join('|');
  return {
    aspirational: new Set(raw.aspirational), telling: new Set(raw.telling), review: new Set(raw.review), training: new Set(raw.training),
    task: new Set(raw.task), states: new Set(raw.states),
    product: anyCase(`\\b(?:${words(raw.product)})s?\\b`),
    vagueObject: anyCase(`\\b(?:${words(raw.vagueObject)})\\b`),
    all: new Set([...raw.aspirational, ...raw.telling, ...raw.review, ...raw.training, ...raw.task]),
  };
}

/** One ask with its level (codebook B). `span` is relative to the text. */
export interface ActionPart {
  readonly span: Span;
  readonly level: Level;
  readonly rule: string;
  readonly lemma: string;
}

export interface Action {
  readonly parts: readonly ActionPart[];
  readonly level: Level;
  readonly rule: string;
  readonly flags: readonly string[];
}

const CRITERION = /\b(?:to (?:ensure|make sure) that (?:it|any|each|every|they|no|both)\b|so that (?:it|they|each|every|any|no|both|all|the)|that (?:asks?|records?|shows?|lists?|names?|includes?|requires?|sets?|tells?|states?|gives?|covers?|is signed|prompts?|has|have)|which (?:asks?|records?|shows?|lists?|names?|includes?|requires?|sets?|tells?|states?|gives?|covers?|has|have)|to (?:check|confirm|establish|identify|include|require|show|record|test|decide|determine|replace|cover|remove|reflect|specify|find out|see|make|ask|allow|set out|state|add|name)\b|with a view to|against (?:the|a|its|these|national)|whether|containing|setting out|including|(?:when|whenever|where|each time|if|before|after|once|until|unless|at every|at each|for every|for each|for any|every time|in every|on every|in which)\b)/iu;
const NUMBER = /(?:\d|£|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|half|single|named|dedicated|both)\b)/iu;
/** Signs of a stated "how" (codebook B3): content, resources, trial, route, hands, sequence. */
const HOW: readonly RegExp[] = [
  /\((?:[^()]{4,60},\s){1,6}[^()]{3,80}\)|\b(?:to include|containing|consisting of|covering|made up of|built (?:around|into)|with (?:two|three|four|five|six) \w+|setting out|which (?:asks?|lists?|names?|sets? out|records?))\b/iu,
  /£|\b(?:fund(?:ed|s|ing)?|budget|paid|backfill|cover for|protected|hours? (?:a|per|each|every)|(?:whole|full)[- ]time|half a (?:day|post)|posts?|free of|recurrent)\b/iu,
  /\b(?:pilot(?:ed|ing)?|trial(?:led|ling)?|tested? (?:with|in|by|on)|testing|in (?:one|two|three|four) \w+ (?:first|before)|before (?:it is|being) rolled)\b/iu,
  /\b(?:(?:case|record|electronic|it|management) system|systems?one|emis|template|service specification|contract|supervision|agenda|portal|register|shared drive|flag|alert|pas)\b/iu,
  /\b(?:held by|led by|chaired by|signed (?:off )?by|owned by|kept by|written (?:by|with)|co-?(?:produced|designed) with|with (?:the|a|its|their) (?:named|designated|help|support|lead)|using|by (?:\w+ly )?[a-z-]{3,20}ing)\b/iu,
  /\b(?:first|then|followed by|and then|afterwards|starting with|beginning with|after which|once)\b/iu,
];
const AUDIENCE = /\b(?:for|to) (?:all |its |their |new |newly |duty |front-?line |every |the |community |allocated |designated |named |school |hospital )*(?:\w+ ){0,2}?(?:social workers?|health visitors?|midwives|gps?|practitioners|teachers|officers|staff|supervisors|managers|schools?|nurses|doctors|leads|foster carers|chairs|call handlers|governors|receptionists|volunteers|advis[eo]rs|prescribers|pharmacists|paramedics|coroners|interpreters|clinicians|consultants|paediatricians|sergeants|teams?)\b|\b(?:social workers|health visitors|midwives|gps|officers|school staff|nurses|doctors|duty staff|call handlers|supervisors|team managers|conference chairs|foster carers)\b/iu;
const TOPIC = /\b(?:in|on|about|around|covering|regarding|into|how to|relating to|to recogni[sz]e|to identify|stressing|setting out|explaining)\b/iu;
/** A product that is asked for beside training: "develop joint training and assessment guidance". */
const WITH_PRODUCT = /\btraining [^.;]{0,40}?\band [^.;]{0,50}?\b(?:guidance|guides?|protocols?|forms?|templates?|pathways?|checklists?|polic(?:y|ies)|procedures?|tools?|contracts?)\b/iu;
const TRAINING = /\b(?:training|briefings?|workshops?|e-?learning|webinars?|learning events?|masterclass|course|sessions?|cpd|awareness[- ]raising|simulation)\b/iu;
const BARE_PHRASES = /^(?:rais(?:e|ed|ing) (?:\w+ )?(?:awareness|the profile)|shar(?:e|ed|ing) (?:the |this |its |their |these )?(?:learning|lessons|findings|information|good practice)|(?:be|being) \w+|give(?:n)? (?:due |full |more |greater |careful )?(?:consideration|regard|thought|priority|attention|weight)|tak(?:e|ing) (?:account|the learning|into account|steps|action|responsibility|ownership|a lead)|mak(?:e|ing) (?:better|full|more|greater|good|effective) use|hav(?:e|ing) (?:regard|due regard|a (?:clear|better|good|shared) understanding|confidence|clear|robust|effective)|work(?:ing)? (?:more )?(?:together|closely|collaboratively|effectively|jointly)|learn(?:ing)? lessons|seek(?:ing)? (?:\w+ )?assurance|provid(?:e|ing) (?:\w+ )?assurance)\b/iu;

/** Levels of what is asked; `asked` is the text without its measure and date. Several asks: the highest one that governs the main action (codebook B, rule 6). */
export function judgeAction(text: string, clause: Clause, verbs: VerbModel, cut: (span: Span) => Span, asked = text): Action {
  if (clause.asks.length === 0) return withoutVerb(text, clause, verbs);
  const parts = clause.asks.map((ask) => judgeAsk(text, ask, clause, verbs, cut));
  const best = [...parts].sort((a, b) => b.level - a.level)[0];
  const joined = withHow(asked, parts, best);
  return { parts, level: joined.level, rule: joined.rule, flags: flagsOf(text, parts, verbs) };
}

/** Noun phrases and frames without a verb of doing: "The timeliness of referrals." "Consideration of …" "More training". */
function withoutVerb(text: string, clause: Clause, verbs: VerbModel): Action {
  if (clause.mood === 'soft') {
    const frame = /\b(?:given to|(?:value|merit|benefit) in|wish to|consider|benefit from|considered|welcome|help(?:ful|s)? to|useful to)\b\s*/iu.exec(text);
    const to = /\bwould be (?:\w+ ){0,2}?(?:useful|helpful|valuable|beneficial|good) to ([a-z-]+)\b/iu.exec(text);
    if (to?.[1] !== undefined && verbs.all.has(to[1].toLowerCase())) {
      const start = to.index + to[0].length - to[1].length;
      const judged = levelOf(text.slice(start), to[1].toLowerCase(), text.slice(start + to[1].length), { subject: null, modal: null, verb: { start, end: start + to[1].length }, lemma: to[1], passive: false, end: text.length }, { ...clause, mood: 'imperative' }, verbs);
      return { parts: [{ span: trimEnd(text, { start, end: text.length }), ...judged, lemma: to[1] }], ...judged, flags: [] };
    }
    const part = { span: trimEnd(text, { start: frame === null ? 0 : frame.index + frame[0].length, end: text.length }), level: 1 as const, rule: 'action/consider', lemma: 'consider' };
    return { parts: [part], level: 1, rule: 'action/consider', flags: [] };
  }
  const frame = /\b(?:recommends?|recommended|proposes?|suggests?|calls? for|would (?:benefit from|welcome|like to see)|need(?:s|ed)? (?:for|further)?|required?)\b\s*/iu.exec(text);
  // "children in most need of support", "learning for advisers, stressing the need for …": no frame of the phrase.
  const framed = frame !== null && !/,|\bin (?:most|the most|greatest|urgent|particular|real) $/iu.test(text.slice(0, frame.index));
  if (clause.mood === 'phrase' && !framed) return nominal(text, clause, verbs);
  if (frame !== null) {
    const span = trimEnd(text, { start: frame.index + frame[0].length, end: text.length });
    const asked = text.slice(span.start, span.end);
    // "a need for professional curiosity" is a quality that is missing; "a need for further training" is something to do.
    if (/^need(?:s|ed)? for/iu.test(frame[0]) && !TRAINING.test(asked) && !verbs.product.test(asked) && !NUMBER.test(asked)) return { parts: [], level: 0, rule: 'action/noun-phrase', flags: [] };
    const concrete = NUMBER.test(asked) && CRITERION.test(asked);
    return { parts: [{ span, level: concrete ? 2 : 1, rule: concrete ? 'action/task' : 'action/aspirational-verb', lemma: '' }], level: concrete ? 2 : 1, rule: concrete ? 'action/task' : 'action/aspirational-verb', flags: [] };
  }
  return { parts: [], level: 0, rule: 'action/none', flags: [] };
}

/** Nouns of doing with the verbs that they stand for: "an audit of 40 files", "training for duty staff in growth charts". */
const NOMINALS: Readonly<Record<string, string>> = {
  audit: 'audit', 're-audit': 'audit', review: 'review', evaluation: 'evaluate', training: 'train', briefing: 'train', workshop: 'train', introduction: 'introduce', creation: 'create', development: 'develop',
  publication: 'publish', appointment: 'appoint', recruitment: 'recruit', provision: 'provide', use: 'use', adoption: 'adopt', survey: 'survey', count: 'count', pilot: 'pilot', removal: 'remove', replacement: 'replace', revision: 'revise',
  guidance: 'write', protocol: 'write', template: 'write', checklist: 'write', form: 'write', leaflet: 'write', pathway: 'establish', panel: 'establish', meeting: 'hold', alert: 'add', flag: 'add', prompt: 'add', worker: 'appoint', post: 'fund', lead: 'appoint', letter: 'send', chronology: 'write', clinic: 'open', register: 'keep', directory: 'publish', reminder: 'remind', promotion: 'promote', awareness: 'raise', work: 'work', learning: 'train', communication: 'communicate', sharing: 'share',
};

/** Words that may follow the head of a noun phrase. */
const HANGS = /^(?:of|for|to|with|on|in|that|which|about|where|when|between|so|by|at|from)$/u;

function nominalOf(word: string): string | undefined {
  return NOMINALS[word] ?? NOMINALS[word.replace(/s$/u, '')];
}

/** A noun phrase: an act or a product asked for without its verb, a direction ("Better …"), or a bare topic ("The timeliness of referrals"). */
function nominal(text: string, clause: Clause, verbs: VerbModel): Action {
  const span = trimEnd(text, { start: 0, end: text.length });
  const done = (level: Level, rule: string): Action => ({ parts: level === 0 ? [] : [{ span, level, rule, lemma: '' }], level, rule, flags: [] });
  if (/^\W*(?:(?:a|an|the)\s+)?(?:need for\s+)?(?:better|more|greater|improved|stronger|further|clearer|earlier|increased|enhanced|strengthened|closer|wider|additional|refresher|improvements?)\b/iu.test(text)) {
    return NUMBER.test(text) && CRITERION.test(text) ? done(2, 'action/task') : done(1, TRAINING.test(text) ? 'action/bare-training' : 'action/aspirational-verb');
  }
  const words = text.toLowerCase().match(/[a-z][a-z’'-]*/gu) ?? [];
  const head = words.slice(0, 5).findIndex((word, index) => nominalOf(word) !== undefined && HANGS.test(words[index + 1] ?? 'of'));
  const lemma = nominalOf(words[head] ?? '');
  if (head === -1 || lemma === undefined) return done(0, 'action/noun-phrase');
  const judged = levelOf(`${lemma} ${text}`, lemma, ` ${text}`, { subject: null, modal: null, verb: { start: 0, end: 0 }, lemma, passive: false, end: text.length }, { ...clause, mood: 'imperative' }, verbs);
  return done(judged.level, judged.rule);
}

function trimEnd(text: string, span: Span): Span {
  return { start: span.start, end: trimmedEnd(text, span.end) };
}

function judgeAsk(text: string, ask: Ask, clause: Clause, verbs: VerbModel, cut: (span: Span) => Span): ActionPart {
  const inner = innerVerb(text, ask, verbs);
  const span = trimEnd(text, cut({ start: ask.verb.start, end: ask.end }));
  const object = text.slice(inner.end, Math.max(inner.end, ask.end));
  const subject = ask.passive && ask.subject !== null ? text.slice(ask.subject.start, ask.subject.end) : '';
  const judged = levelOf(text.slice(ask.verb.start, ask.end), inner.lemma, `${subject} ${object}`, ask, clause, verbs);
  return { span, ...judged, lemma: inner.lemma };
}

/** "work with Housing to produce a form", "continue to fund": the verb that carries the task. */
function innerVerb(text: string, ask: Ask, verbs: VerbModel): { lemma: string; end: number } {
  if (!/^(?:work|continue|seek|look|begin|start|aim|commit|liaise|collaborate|take|support|use|act|move|come|meet|join|prioritise|find|ask|arrange|agree|explore|urgently)$/u.test(ask.lemma)) return { lemma: ask.lemma, end: ask.verb.end };
  const rest = text.slice(ask.verb.end, ask.end);
  const to = /^(?:[^.;]{0,90}?)\bto (?:\w+ly |jointly |also |further )?([a-z][a-z-]{2,20})\b/iu.exec(rest);
  const lemma = to?.[1]?.toLowerCase();
  if (to === null || lemma === undefined || !verbs.all.has(lemma)) return { lemma: ask.lemma, end: ask.verb.end };
  return { lemma: ask.lemma === 'continue' && !verbs.task.has(lemma) ? 'continue' : lemma, end: ask.verb.end + to[0].length };
}

function levelOf(words: string, lemma: string, object: string, ask: Ask, clause: Clause, verbs: VerbModel): { level: Level; rule: string } {
  if (lemma === 'ensure' || /^mak(?:e|ing) sure\b/iu.test(words)) return judgeEnsured(object, verbs);
  if (lemma === 'consider' || /^(?:be )?consider/iu.test(words) || (clause.mood === 'soft' && /\bconsider(?:ation|ed|ing)?\b/iu.test(`${words} ${object}`)) || /^given\b/iu.test(words) && /consideration/iu.test(object)) {
    const decided = /\b(?:options?|whether)\b/iu.test(object) && /\b(?:decide|decision)\b/iu.test(words) && /\bby\s[^.]{0,30}\d/iu.test(words);
    return decided ? { level: 2, rule: 'action/consider-with-decision' } : { level: 1, rule: 'action/consider' };
  }
  if (TRAINING.test(object) && !(/^(?:develop|write|produce|publish|agree|issue|create|draft)$/u.test(lemma) && WITH_PRODUCT.test(object)) && (verbs.training.has(lemma) || /^(?:provide|deliver|commission|offer|roll|arrange|run|develop|attend|receive|undertake|access|complete|make|hold|give|include|review|update|refresh|ensure|organise|facilitate|extend|have|embed)$/u.test(lemma)) || verbs.training.has(lemma)) return trained(words, object);
  if (lemma === 'be' || lemma === 'feel' || lemma === 'have' || lemma === 'become') return stateOf(words, lemma, object, verbs);
  if (BARE_PHRASES.test(words)) return CRITERION.test(object) && NUMBER.test(object) ? { level: 2, rule: 'action/task' } : { level: 1, rule: 'action/aspirational-verb' };
  if (/^(?:legislate|enact)$/u.test(lemma) || /\b(?:legislation|statutory guidance|the law|regulations)\b/iu.test(object) && /^(?:amend|change|introduce|revise|strengthen|publish|issue)$/u.test(lemma)) return { level: 2, rule: 'action/legislate' };
  if (verbs.review.has(lemma)) return reviewed(words, object, lemma);
  if (verbs.aspirational.has(lemma) && !verbs.task.has(lemma)) return aspired(object, verbs);
  return tasked(words, object, lemma, verbs);
}

/** Level of the clause that "ensure that" governs: a state is B1, a checkable act B2 (codebook B, rule 1). */
export function judgeEnsured(object: string, verbs: VerbModel): { level: Level; rule: string } {
  const acts = /\b(?:is|are|be|has|have|can|will)\s+(?:\w+ly\s+)?(\w+ed|held|seen|given|made|sent|told|set|kept|written|read|shown)\b/iu.exec(object);
  const state = acts === null || verbs.states.has(acts[1]?.toLowerCase() ?? '') || /\b(?:embedded|understood|aware|robust|effective|consistent(?:ly)?|clear|timely|appropriate(?:ly)?|prioritised|considered|heard|recognised|supported|met|responded|strengthened|improved|valued|equipped|trained)\b/iu.test(object);
  if (state) return { level: 1, rule: 'action/ensure-state' };
  const specific = (NUMBER.test(object) || /\b(?:each|every|no|before|when|within|at the|on the|by the)\b/iu.test(object)) && (verbs.product.test(object) || NUMBER.test(object));
  return specific ? { level: 2, rule: 'action/task' } : { level: 1, rule: 'action/ensure-state' };
}

function trained(words: string, object: string): { level: Level; rule: string } {
  const audience = AUDIENCE.test(words) && !/\b(?:all (?:staff|professionals|practitioners|agencies|partners)|the workforce|multi-agency (?:staff|workforce))\b/iu.test(words);
  const topic = TOPIC.test(object) || /\b\w+(?:ing|ed|ance|ence|abuse|neglect)\s+training\b/iu.test(words);
  if (!audience || !topic) return { level: 1, rule: 'action/bare-training' };
  const supported = /\b(?:supervision|observ\w+|practice|simulation|cover|backfill|follow(?:ed)?[- ]up|refreshers?|coaching|role[- ]?play|case discussion|half[- ]day|two[- ]day|hour)\b/iu.test(words) && /\b(?:followed|then|with|and)\b/iu.test(words) && NUMBER.test(words);
  return supported ? { level: 3, rule: 'action/training-with-follow-up' } : { level: 2, rule: 'action/training-audience-topic' };
}

function stateOf(words: string, lemma: string, object: string, verbs: VerbModel): { level: Level; rule: string } {
  if (lemma === 'have') return NUMBER.test(object) || (verbs.product.test(object) && CRITERION.test(object)) ? { level: 2, rule: 'action/task' } : { level: 1, rule: 'action/aspirational-verb' };
  if (/^(?:be|being)\s+(?:\w+\s+)?(?:confident|able|clear|assured)\b/iu.test(words) || lemma === 'feel') return { level: 0, rule: 'action/state' };
  return NUMBER.test(object) && CRITERION.test(object) && verbs.product.test(object) ? { level: 2, rule: 'action/task' } : { level: 1, rule: 'action/state' };
}

function reviewed(words: string, object: string, lemma: string): { level: Level; rule: string } {
  const criterion = CRITERION.test(object) || /\band (?:then )?(?:publish|replace|amend|report|produce|decide|agree|issue|remove)\b/iu.test(words) || (NUMBER.test(object) && lemma !== 'use');
  // "the use of escalation for high-risk cases" has its trigger.
  if (lemma === 'use' || lemma === 'utilise') return criterion || /\b(?:for|in|with) (?:all|every|each|any|high|low|the|children|cases|families|babies|those)\b/iu.test(object) ? { level: 2, rule: 'action/task' } : { level: 1, rule: 'action/bare-review' };
  return criterion ? { level: 2, rule: 'action/review-with-criterion' } : { level: 1, rule: 'action/bare-review' };
}

function aspired(object: string, verbs: VerbModel): { level: Level; rule: string } {
  // "look at thirty sets of clinic notes", "listen in on ten duty calls": a number of things makes a task of it.
  if (/^\s*(?:\w+\s+){0,3}(?:\d+|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|every|each)\s+\w+/iu.test(object) && verbs.product.test(object)) return { level: 2, rule: 'action/task' };
  // "strengthen the contract by adding …": the means is a task of its own.
  const means = /\bby (?:\w+ly )?([a-z-]{3,20})ing\b/iu.exec(object);
  const done = means !== null && /^(?:add|introduc|appoint|publish|creat|replac|fund|mak|issu|remov|includ|produc|set|requir|holding|hold|nam|build|provid|develop|extend|mov|writ|giv|commission|amend|chang|plac|employ|recruit|audit|invit|record)/iu.test(means[1] ?? '');
  if (done && (verbs.product.test(object.slice(means.index)) || NUMBER.test(object.slice(means.index)))) return { level: 2, rule: 'action/task' };
  return { level: 1, rule: 'action/aspirational-verb' };
}

function tasked(words: string, object: string, lemma: string, verbs: VerbModel): { level: Level; rule: string } {
  if (/\b(?:plan|strategy|how (?:it|they) (?:will|intend))\b/iu.test(object.slice(0, 60)) && /^(?:produce|develop|set|write|draft|prepare|agree|publish|present|identify)$/u.test(lemma)) return { level: 2, rule: 'action/plan-only' };
  const head = object.slice(0, 90);
  // "ask questions about fathers" names no question.
  if (lemma === 'ask' && /^\s*(?:more |further |the right )?questions?\b/iu.test(object)) return { level: 1, rule: 'action/aspirational-verb' };
  const pointed = NUMBER.test(head) || CRITERION.test(object) || /\b(?:every|each|any|no)\s+\w+/iu.test(head);
  const vague = verbs.vagueObject.test(head.slice(0, 45)) && !verbs.product.test(head.slice(0, 45)) && !pointed;
  const bare = object.trim().split(/\s+/u).length < 3 && !NUMBER.test(object);
  const hollow = /\b(?:robust|effective|appropriate|clear|relevant|suitable|better|good|strong|improved|more|further)\s+(?:\w+\s+)?(?:arrangements|processes|systems|support|guidance|training|oversight|pathways?|policies|procedures|mechanisms|strategy|approach|links)\b/iu.test(head) && !pointed;
  // A verb that no list knows needs an object that shows the task.
  const shown = verbs.task.has(lemma) || verbs.product.test(head) || pointed;
  if (vague || bare || hollow || !shown) return { level: 1, rule: 'action/aspirational-verb' };
  return { level: 2, rule: 'action/task' };
}

/** B3 asks for the how as well: steps, content of the product, resources, a pilot, or a route into supervision, system or contract. */
function withHow(text: string, parts: readonly ActionPart[], best: ActionPart | undefined): { level: Level; rule: string } {
  if (best === undefined) return { level: 0, rule: 'action/none' };
  if (best.level !== 2 || best.rule === 'action/plan-only') return best;
  const tasks = parts.filter((part) => part.level >= 2).length;
  const signs = HOW.filter((pattern) => pattern.test(text)).length + (tasks >= 2 ? 1 : 0) + (text.length > 320 ? 1 : 0);
  return signs >= 3 ? { level: 3, rule: 'action/deliverable-how' } : best;
}

function flagsOf(text: string, parts: readonly ActionPart[], verbs: VerbModel): string[] {
  const flags: string[] = [];
  if (parts.some((part) => part.rule === 'action/plan-only')) flags.push('plan_only');
  if (parts.length > 0 && parts.every((part) => /^(?:re-?)?audit$|^dip-sample$/u.test(part.lemma))) flags.push('audit_only');
  if (/\bif (?:resources|funding|capacity|time)\b|\bsubject to (?:funding|resources|capacity)\b|\bwhere (?:resources|capacity) allows?\b/iu.test(text)) flags.push('conditional');
  if (parts.length > 0 && parts.every((part) => /\b(?:train|training|briefing|workshop|webinar|e-?learning)/iu.test(text.slice(part.span.start, part.span.end)) && (verbs.training.has(part.lemma) || TRAINING.test(text.slice(part.span.start, part.span.start + 70))))) flags.push('training_only');
  return flags;
}
