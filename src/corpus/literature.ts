/**
 * What other studies found, to set beside a batch. Each counts something a little different, and says so.
 */
export interface Finding {
  /** The figure of the batch that it stands beside. */
  readonly beside: 'training-only' | 'action-type' | 'recommendations-each' | 'learning-each' | 'measure-of-effect' | 'named-agency';
  readonly found: string;
  /** What was counted, and out of what. */
  readonly counted: string;
  readonly source: string;
  readonly address: string;
}

export const FINDINGS: readonly Finding[] = [
  {
    beside: 'training-only', found: 'almost a third', counted: 'of the reviews asked for training (reviews, not recommendations; training beside other things counts too)',
    source: 'Dickens and others, annual review of LCSPRs and rapid reviews, 2021', address: 'https://www.gov.uk/government/organisations/child-safeguarding-practice-review-panel',
  },
  {
    beside: 'training-only', found: '61%', counted: 'of 760 recommendations of 214 hospital incident reports in Hong Kong were training and education',
    source: 'Kwok, Mah and Pang 2020', address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7275338',
  },
  {
    beside: 'action-type', found: '8% stronger, 44% intermediate, 48% weaker', counted: 'of 1,137 recommendations of 227 hospital root cause analyses in Victoria; coded by experts on another scale',
    source: 'Hibbert and others 2018', address: 'https://researchers.mq.edu.au/en/publications/are-root-cause-analyses-recommendations-effective-and-sustainable',
  },
  {
    beside: 'action-type', found: 'under 7% stronger', counted: 'of 4,579 recommendations in eleven studies of local health care incidents',
    source: 'Lea and others 2023', address: 'https://ouci.dntb.gov.ua/works/96dxwXo4',
  },
  {
    beside: 'recommendations-each', found: '47 a review on average', counted: 'in 20 serious case reviews of 2009-10, single-agency recommendations and all; the authors warned of the proliferation',
    source: 'Brandon and others 2011, DFE-RR157', address: 'https://www.gov.uk/government/publications/a-study-of-recommendations-arising-from-serious-case-reviews-2009-to-2010',
  },
  {
    beside: 'recommendations-each', found: '3.6 a report on average', counted: 'in 214 hospital incident reports in Hong Kong',
    source: 'Kwok, Mah and Pang 2020', address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7275338',
  },
  {
    beside: 'learning-each', found: '31 learning points in one LCSPR, five clear recommendations in another', counted: 'two of 33 LCSPRs, named as contrast; no average is given',
    source: 'Dickens and others, annual review of LCSPRs and rapid reviews, 2021', address: 'https://www.gov.uk/government/organisations/child-safeguarding-practice-review-panel',
  },
  {
    beside: 'measure-of-effect', found: '“often not how … to measure effectiveness”', counted: 'a judgement over 33 LCSPRs and 135 rapid reviews; no share is given',
    source: 'Dickens and others, annual review of LCSPRs and rapid reviews, 2021', address: 'https://www.gov.uk/government/organisations/child-safeguarding-practice-review-panel',
  },
  {
    beside: 'measure-of-effect', found: '11 of 18', counted: 'yearly reports of safeguarding partners had no information on impact on children and families (yearly reports, not reviews)',
    source: 'What Works for Children’s Social Care 2021', address: 'https://whatworks-csc.org.uk/research-report/safeguarding-partners-annual-reports-analysis-2020-21/',
  },
];
