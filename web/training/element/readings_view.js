// What else is seen of a lesson, in sentences, and how far its numbers are PyTorch's.
import { html, nothing } from 'lit';
import { lessonOf } from '../lessons/lessons.js';
import { compared } from '../recorded/comparison.js';
import { recordedSentence } from '../words/recorded.js';

/**
 * How far each of the runs is PyTorch's: once for all of them where it is as far. On their way they are each as far as they are:
 * one line for one that is to come, so that nothing beneath goes up and down.
 * @param {import('../lessons/lessons.js').Scene} scene
 * @returns {string[]}
 */
function recorded(scene) {
  if (scene.run.reached < scene.run.end)
    return ['Still training: how far the losses are PyTorch’s is said at the end.'];
  const lines = lessonOf(scene.state)
    .recorded(scene)
    .map(({ name, losses, recorded }) => ({
      name,
      words: recordedSentence(recorded === null ? null : compared(losses, recorded)),
    }));
  if (lines.every(({ words }) => words === lines[0].words)) return [lines[0].words];
  return lines.map(({ name, words }) => `${name}: ${words}`);
}

/** @param {import('../lessons/lessons.js').Scene | null} scene null before there is a picture */
export const readingsView = (scene) =>
  html`<ul class="readings" part="readings">${
    scene === null
      ? nothing
      : [
          ...lessonOf(scene.state)
            .readings(scene)
            .map((words) => html`<li>${words}</li>`),
          ...recorded(scene).map((words) => html`<li class="recorded">${words}</li>`),
        ]
  }</ul>`;
