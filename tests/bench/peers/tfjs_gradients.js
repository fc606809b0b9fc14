// TensorFlow.js's gradients in Node. Its parts do not register them: only the whole package does, which this bench does not install.
import { build } from 'esbuild';

/** tfjs-core registers them in a file that Node cannot import as it is: names without endings. */
export async function registerGradients() {
  const contents = "import '@tensorflow/tfjs-core/dist/register_all_gradients';";
  const stdin = { contents, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false, logLevel: 'silent' });
  await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
