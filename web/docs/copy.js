// A button beside each block of code that copies it. Where there is no clipboard there is none.
const kSaid = 2000;

/** Says to those who do not see the button what became of it. */
const status = document.createElement('p');
status.className = 'status';
status.setAttribute('role', 'status');

/** @param {Element} sample @param {HTMLElement} button */
async function copy(sample, button) {
  const text = sample.querySelector('pre')?.textContent ?? '';
  const said = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not copied',
  );
  button.textContent = said;
  status.textContent = said;
  setTimeout(() => {
    button.textContent = 'Copy';
    status.textContent = '';
  }, kSaid);
}

/** @param {Element} sample */
function add(sample) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', () => copy(sample, button));
  sample.append(button);
}

// Pages from a disk, or without https, have no clipboard.
if (navigator.clipboard) {
  document.body.append(status);
  for (const sample of document.querySelectorAll('.sample')) add(sample);
}
