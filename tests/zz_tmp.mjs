import {isOffered,outcome,recorded} from './cases.js'; import {readFileSync} from 'node:fs';
console.warn=()=>{};
let n=0,bad=0;
for(const f of ['errors','print_examples','tensors']){ const d=JSON.parse(readFileSync(new URL(`./reference/${f}.json`,import.meta.url)));
 for(const e of [...(d.cases??[]),...(d.exact??[])]){ if(!isOffered(e)) continue; n++; const a=JSON.stringify(outcome(e)),b=JSON.stringify(recorded(e)); if(a!==b){bad++; console.log(e.js,'\n   torch',b.slice(0,250),'\n   ours ',a.slice(0,250));}}}
console.log(n,bad);
