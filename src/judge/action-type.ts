import type { Level } from '../critique.ts';
import type { Action, VerbModel } from './action.ts';

const STRONGER = /\b(?:cannot be (?:closed|saved|completed|submitted|discharged)|system (?:blocks?|prevents?|will not|stops?)|hard stop|mandatory field|forc(?:e|ing) function|legislat\w+|statutory guidance|change the law|amend (?:the )?(?:contract|regulations?|specification|act)|in the (?:contract|service specification)|service specification|re-?commission\w*|commissioning (?:intention|contract|specification)|(?:new|additional|recurrent|ring-?fenced) funding|fund(?:ed|s)? (?:\w+ ){0,4}(?:posts?|workers?|nurses?|places?|beds?|hours)|cap (?:on )?(?:caseloads?|the number)|remove the (?:requirement|step|need|charge|fee)|merge the (?:two|three)|restructur\w+|make it (?:a )?(?:legal|statutory)|place a duty|statutory duty|mandate\w*)\b/i;
const INTERMEDIATE = /\b(?:checklists?|(?:redesign|re-?design|replace|shorten|add|amend)\w* (?:\w+[\s-]){0,8}(?:forms?|templates?|fields?|questions?|prompts?|page|record)|(?:new|revised|shorter|single|standard|joint) (?:\w+ ){0,3}(?:forms?|templates?|checklist)|(?:alerts?|flags?|markers?|pop-?ups?|prompts?) (?:\w+ ){0,6}(?:system|record|file|screen|on|in)|(?:automated|electronic|it) (?:alerts?|reminders?|prompts?)|joint visits?|key ?workers?|co-?locat\w+|second(?:ment|ed)|additional (?:staff|posts?|hours|capacity)|protected (?:time|hours)|recruit\w*|appoint\w* (?:a|an|two|three)|employ|simulation|standard(?:ised)? handover|handover (?:template|protocol|form|sheet)|structured supervision|supervision (?:template|agenda|record)|drop-?in|new (?:service|clinic|post|pathway|role)|single point of (?:contact|access)|named (?:contact|lead|worker|professional|nurse)|second manager|sign(?:ed)?[- ]off (?:by|from)|duty (?:rota|desk)|weekly (?:meeting|panel)|daily (?:meeting|huddle|triage)|panel|rota|directory|shared (?:record|system|chronology))\b/i;
const WEAKER = /\b(?:training|trained?|briefings?|workshops?|webinar|e-?learning|polic(?:y|ies)|protocols?|procedures?|guidance|guides?|audits?|review\w*|plan|strategy|framework|toolkit|leaflet|newsletter|bulletin|campaign|assurance report|scop\w+|evaluat\w+|survey|pathways?|standards?|terms of reference|report|map\w*|develop\w*|publish|revis\w+|updat\w+|agree\w*|produce\w*)\b/i;

/** Type of action (codebook S, after the RCA2 hierarchy): the strongest component. A type, never an effect. */
export function judgeActionType(text: string, action: Action, verbs: VerbModel): { level: Level; rule: string } {
  if (action.level >= 2) {
    if (STRONGER.test(text)) return { level: 3, rule: 'action-type/stronger' };
    if (INTERMEDIATE.test(text)) return { level: 2, rule: 'action-type/intermediate' };
    return { level: 1, rule: 'action-type/weaker' };
  }
  const lemmas = action.parts.map((part) => part.lemma);
  const telling = lemmas.length > 0 && lemmas.every((lemma) => verbs.telling.has(lemma) || lemma === 'ensure' || lemma === 'share' || lemma === 'continue');
  if (WEAKER.test(text) && !telling) return { level: 1, rule: 'action-type/weaker' };
  return { level: 0, rule: 'action-type/telling' };
}
