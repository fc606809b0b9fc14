// What whole pages and cells need beside the figures' tokens.
import { css } from 'lit';

/** The shadows of what scrolls on raised ground. */
export const pageTokens = css`
  :root,
  :host {
    --more-beside-raised:
      linear-gradient(to right, var(--raised) 35%, transparent) left / 2rem 100% no-repeat local,
      linear-gradient(to left, var(--raised) 35%, transparent) right / 2rem 100% no-repeat local,
      linear-gradient(to right, var(--edge), transparent) 1px / 0.75rem calc(100% - 2px) no-repeat,
      linear-gradient(to left, var(--edge), transparent) calc(100% - 1px) / 0.75rem calc(100% - 2px) no-repeat, var(--raised);
    --more-below-raised:
      linear-gradient(var(--raised) 35%, transparent) top / 100% 2rem no-repeat local,
      linear-gradient(to top, var(--raised) 35%, transparent) bottom / 100% 2rem no-repeat local,
      linear-gradient(var(--edge), transparent) top / 100% 0.5rem no-repeat,
      linear-gradient(to top, var(--edge), transparent) bottom / 100% 0.5rem no-repeat, var(--raised);
  }
`;
