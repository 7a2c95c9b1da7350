/**
 * Tells whether a text speaks about a phrase ("the label hard to reach") and so doesn't use it.
 * The cue stands within eight words of the phrase, in the same sentence.
 */
const WINDOW = 8;

const CUE_BEFORE = /\b(?:terms?|phrases?|labels?|words?|wording|terminology|expressions?|slogans?|clich[eé]s?|jargon|language)\b|\bso[\s-]called\b|\b(?:described|labelled|labeled|referred to) (?:\w+ )?(?:\w+ )?as\b|\b(?:concept|notion|idea) of\b|\bwhat is called\b/i;
const CUE_AFTER = /^\W{0,2}\s?(?:as|is|was|are|were|has become|became)\s(?:\w+\s){0,3}(?:term|phrase|label|word|slogan|expression|clich[eé])s?\b|^\W{0,2}\s(?:label|slogan|phrase|clich[eé])s?\b|\b(?:this|these|such|the) (?:term|phrase|label|word|slogan|expression|wording)s?\b/i;

/** "in terms of", "long-term", "terms of reference", "own words", "plain language" speak of something else. */
const NOT_CUES = /\bin terms of\b|\bterms of reference\b|\b(?:long|short|medium|spring|summer|autumn|school|first|each|every|per|next|this)[\s-]terms?\b|\b(?:own|few|other|child’s|child's|children’s|children's|mother’s|father’s|young person’s) words\b|\bword of mouth\b|\b(?:first|second|home|english|plain|body|sign|foreign|simple|same|and|spoken) language\b|\blanguage (?:line|barriers?|needs|therap\w+|delay|development|skills)\b/gi;

export function hasMetalinguisticCue(before: string, after: string): boolean {
  return CUE_BEFORE.test(lastWords(before).replace(NOT_CUES, ' ')) || CUE_AFTER.test(firstWords(after).replace(NOT_CUES, ' '));
}

function lastWords(text: string): string {
  const words = text.slice(-200).split(/\s+/u);
  return words.slice(-WINDOW - 1).join(' ');
}

function firstWords(text: string): string {
  return text.slice(0, 200).split(/\s+/u).slice(0, WINDOW + 1).join(' ');
}
