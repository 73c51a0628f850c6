import { Button, Input, type InputRef, Segmented } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  type Drawing,
  inkOf,
  longestLabel,
  mostStrokes,
  type Stroke,
  type StrokeColor,
  strokeColors,
} from '../../lib/model/drawing.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { shapesOnPicture } from '../../lib/model/shapes-on-picture.ts';
import type { Point } from '../hand-in/areas.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { PersonalNote } from '../tagging/personal-note.tsx';
import { useText } from '../text.tsx';
import { DrawStage } from './draw-stage.tsx';
import './drawing.css';
import { type Tool, tools } from './make-stroke.ts';

/** Tools, colours and the picture: what is drawn is handed on stroke by stroke. */
export function DrawBoard(props: {
  point: PainPoint;
  shot: Screenshot;
  source: ReviewSource;
  drawing: Drawing;
  looksPersonal(text: string): string[];
  onDrawing(drawing: Drawing): void;
}) {
  const { point, shot, source, drawing, looksPersonal, onDrawing } = props;
  const text = useText();
  const [tool, setTool] = useState<Tool>('box');
  const [color, setColor] = useState<StrokeColor>('red');
  const [wordsAt, setWordsAt] = useState<Point>();
  const [words, setWords] = useState('');
  const field = useRef<InputRef>(null);
  const full = drawing.length >= mostStrokes;
  const add = (stroke: Stroke) => onDrawing([...drawing, stroke]);
  const undo = () => onDrawing(drawing.slice(0, -1));
  useEffect(() => {
    if (wordsAt) field.current?.focus();
  }, [wordsAt]);
  const place = () => {
    const said = words.trim();
    if (wordsAt && said) {
      const at = { x: Math.round(wordsAt.x), y: Math.round(wordsAt.y) };
      add({ kind: 'text', color, at, text: said });
    }
    setWordsAt(undefined);
    setWords('');
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLElement && event.target.closest('input,textarea');
    if (inField || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z')
      return;
    event.preventDefault();
    if (drawing.length > 0) undo();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <div className="draw-tools">
        <Segmented
          aria-label={text('draw.tool.label')}
          value={tool}
          onChange={setTool}
          options={tools.map((value) => ({ value, label: text(`draw.tool.${value}`) }))}
        />
        <Segmented
          aria-label={text('draw.color.label')}
          value={color}
          onChange={setColor}
          options={strokeColors.map((value) => ({
            value,
            label: (
              <>
                <i className="draw-color" style={{ background: inkOf({ color: value }) }} />
                {text(`draw.color.${value}`)}
              </>
            ),
          }))}
        />
        <Button disabled={drawing.length === 0} onClick={undo}>
          {text('draw.undo')}
        </Button>
        <Button disabled={drawing.length === 0} onClick={() => onDrawing([])}>
          {text('draw.clear')}
        </Button>
        <span className="zyb-weak" role="status">
          {full ? text('draw.full', mostStrokes) : text('draw.count', drawing.length)}
        </span>
      </div>
      <p id="draw-how" className="zyb-weak draw-how">
        {text('draw.how')}
      </p>
      {wordsAt && (
        <>
          <div className="draw-words">
            <Input
              ref={field}
              aria-label={text('draw.words')}
              placeholder={text('draw.wordsHint')}
              maxLength={longestLabel}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              onPressEnter={place}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                setWordsAt(undefined);
              }}
            />
            <Button type="primary" disabled={!words.trim()} onClick={place}>
              {text('draw.place')}
            </Button>
          </div>
          <div className="draw-personal">
            <PersonalNote words={words} looksPersonal={looksPersonal} />
          </div>
        </>
      )}
      <DrawStage
        shot={shot}
        source={source}
        shapes={shapesOnPicture({ ...point, drawing, screenshotId: shot.id }, shot)}
        tool={tool}
        color={color}
        full={full}
        describedBy="draw-how"
        onStroke={add}
        onWordsAt={setWordsAt}
      />
    </>
  );
}
