import type { FormAbout, FormBlock, FormSource } from '../../model/official-form.ts';
import { counted, countedDimensions, modeTable, overall, rectified } from './figures.ts';
import { itemText } from './names.ts';
import { numbered } from './numbered.ts';
import { pictureOf } from './pictures-of.ts';
import { problemsOf, problemText } from './problems-of.ts';
import { countRatings } from './stated.ts';
import { severityWords } from './words.ts';

/** Pictures a summary prints at most: the gravest problems, one each. */
const mostPictures = 6;
const graveness = ['blocking', 'serious', 'moderate', 'minor'];

/** 阶段小结: counts of walks, items, problems and what became of them, and pictures of the gravest. */
export function phaseSummary(sources: readonly FormSource[], about: FormAbout): FormBlock[] {
  const problems = problemsOf(sources);
  const highlights = problemsOf(sources, 'highlight');
  const gravest = [...problems].sort(
    (a, b) => graveness.indexOf(a.point.severity) - graveness.indexOf(b.point.severity),
  );
  const pictures = gravest.flatMap((problem) => pictureOf(problem) ?? []).slice(0, mostPictures);
  const ratings = countRatings(sources);
  // In the order in which they are printed: each takes the next number.
  const title = numbered();
  const blocks: (FormBlock | undefined)[] = [
    { what: 'text', heading: title('总体情况'), paragraphs: [overall(sources, problems, about)] },
    modeTable(sources, title('走流程情况')),
    problems.length > 0
      ? {
          what: 'bars',
          heading: title(
            `问题分布（按体验维度${problems.some(({ also }) => also.length) ? '；涉及几个维度的，分别计入' : ''}）`,
          ),
          bars: countedDimensions(problems),
        }
      : { what: 'text', heading: title('问题分布'), paragraphs: ['本阶段走流程未发现问题。'] },
    problems.length > 0
      ? {
          what: 'bars',
          heading: title('问题程度'),
          bars: counted(problems, ({ point }) => severityWords[point.severity]),
        }
      : undefined,
    { what: 'text', heading: title('整改情况'), paragraphs: [rectified(problems, about.date)] },
    ratings.length > 0
      ? { what: 'bars', heading: title('满意度评价（走流程人员陈述）'), bars: ratings }
      : undefined,
    gravest.length > 0
      ? {
          what: 'text',
          heading: title('主要问题'),
          paragraphs: gravest
            .slice(0, 10)
            .map(
              (each, n) => `${n + 1}. ${oneLine(itemText(each.source.report.session))}：${problemText(each)}`,
            ),
        }
      : undefined,
    highlights.length > 0
      ? {
          what: 'text',
          heading: title('亮点做法'),
          paragraphs: highlights.map(
            (each, n) => `${n + 1}. ${oneLine(itemText(each.source.report.session))}：${problemText(each)}`,
          ),
        }
      : undefined,
    pictures.length > 0 ? { what: 'pictures', heading: '附图', pictures } : undefined,
  ];
  return blocks.filter((block) => block !== undefined);
}

const oneLine = (text: string) => text.replace('\n', '');
