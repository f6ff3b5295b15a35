/** The page a unit opens from the package without a network. It needs no other file and asks no server. */
const style = `
:root{color-scheme:light dark}
body{font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:860px;margin:0 auto;padding:24px 16px;background:#f5f4ef;color:#1b2026}
h1{font-size:21px}fieldset{border:1px solid #e2dfd6;border-radius:6px;background:#fff;margin:16px 0;padding:12px 16px}
legend{font-weight:600;padding:0 6px}textarea,input[type=text]{width:100%;box-sizing:border-box;font:inherit;padding:6px 8px;border:1px solid #cfcbbf;border-radius:4px;background:#fff;color:inherit}
button{font:inherit;padding:8px 20px;border:0;border-radius:4px;background:#1f4a73;color:#fff;cursor:pointer}
.muted{color:#5a616a;font-size:13px}#told{color:#b3261e}
@media (prefers-color-scheme:dark){body{background:#15181c;color:#e7e4dc}fieldset,textarea,input[type=text]{background:#1c2025;border-color:#434b54}.muted{color:#979da5}#told{color:#f0938b}button{background:#8fb8de;color:#15181c}}`

const script = `
const sent=JSON.parse(document.getElementById('sent').textContent),list=JSON.parse(sent.list);
const b64=b=>{let s='';const u=new Uint8Array(b);for(let i=0;i<u.length;i+=8192)s+=String.fromCharCode.apply(null,u.subarray(i,i+8192));return btoa(s)};
const hex=b=>Array.from(new Uint8Array(b),x=>x.toString(16).padStart(2,'0')).join('');
const say=t=>{document.getElementById('told').textContent=t};
const form=document.getElementById('form');
document.getElementById('unit').textContent=list.unit.name;
document.getElementById('about').textContent=[list.project,list.issuedOn].filter(Boolean).join(' · ');
for(const r of list.requests){const f=document.createElement('fieldset'),g=document.createElement('legend');g.textContent=r.number+' '+r.name;f.append(g);
const p=document.createElement('p');p.className='muted';p.textContent=[[r.periodFrom,r.periodTo].filter(Boolean).join(' 至 '),r.purpose,'期限 '+r.dueOn,r.originals?'需要原件':''].filter(Boolean).join(' · ');f.append(p);
const l=document.createElement('label');l.textContent='答复说明';const t=document.createElement('textarea');t.rows=3;t.name='text:'+r.id;l.append(t);f.append(l);
const m=document.createElement('label');m.textContent='附件';const i=document.createElement('input');i.type='file';i.multiple=true;i.name='files:'+r.id;m.append(document.createElement('br'),i);f.append(m);form.insertBefore(f,document.getElementById('end'))}
form.addEventListener('submit',async e=>{e.preventDefault();try{
const who=document.getElementById('who').value.trim();if(!who)return say('请填写答复人姓名');
const files={},answers=[];
for(const r of list.requests){const text=form.elements['text:'+r.id].value.trim(),given=Array.from(form.elements['files:'+r.id].files);
if(!text&&given.length)return say(r.number+'：附了文件，请填写答复说明');if(!text)continue;
const named=[];for(const f of given){const b=await f.arrayBuffer(),h=hex(await crypto.subtle.digest('SHA-256',b));files[h]=b64(b);named.push({name:f.name,size:b.byteLength,sha256:h})}
answers.push({request:r.id,text,files:named})}
if(!answers.length)return say('请至少答复一项');
const told=JSON.stringify({package:list.id,answeredBy:who,answers});
const raw=Uint8Array.from(atob(sent.answerSecret),c=>c.charCodeAt(0));
const key=await crypto.subtle.importKey('pkcs8',raw,{name:'ECDSA',namedCurve:'P-256'},false,['sign']);
const sign=b64(await crypto.subtle.sign({name:'ECDSA',hash:'SHA-256'},key,new TextEncoder().encode(told)));
const out=JSON.stringify({format:'guantong-answers/1',list:sent.list,signature:sent.signature,answers:told,answerSignature:sign,files});
const a=document.createElement('a');a.href=URL.createObjectURL(new Blob([out],{type:'application/json'}));a.download='答复-'+list.unit.name+'-'+list.id.slice(-8)+'.json';a.click();
say('');document.getElementById('done').hidden=false}catch(x){say('生成失败：'+x.message)}});`

/** `sent` is JSON: the list as it was signed, the signature and the key that answers are signed with. */
export const offlinePage = (sent: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>调阅资料清单（离线答复）</title><style>${style}</style></head>
<body><h1>调阅资料清单（离线答复）</h1>
<p><b id="unit"></b> <span class="muted" id="about"></span></p>
<p class="muted">本页不联网。逐项填写并附上文件后生成答复文件，交回审计组导入。生成后请勿改动答复文件，否则签名核对不通过。</p>
<form id="form"><div id="end"><p><label>答复人<input type="text" id="who" maxlength="60"></label></p>
<p id="told" role="alert"></p><p id="done" hidden>已生成答复文件，请在下载文件夹中查看。</p><button>生成答复文件</button></div></form>
<script type="application/json" id="sent">${sent.replaceAll('<', '\\u003c')}</script>
<script>${script}</script></body></html>
`

export const offlineNames = {
  zip: (unit: string, on: string) => `调阅资料离线包-${unit}-${on}.zip`,
  page: '调阅资料清单.html',
  list: 'list.json',
  signature: 'signature.txt',
  says: '说明.txt',
  text: (unit: string, print: string) =>
    `致${unit}：\n\n一、双击打开“调阅资料清单.html”（不需要联网），逐项填写答复说明并附上文件。\n二、点击“生成答复文件”，把生成的 .json 文件交回审计组。\n三、清单签名指纹：${print}。请与来函所载指纹核对，不一致的不要填写。\n`,
} as const
