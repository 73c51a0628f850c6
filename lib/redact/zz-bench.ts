import { redactEvent, redactText } from './index.ts';
let id=10; const t=(s:string)=>({type:3,id:++id,textContent:s}); const e=(tagName:string,attributes:any,...c:any[])=>({type:2,id:++id,tagName,attributes,childNodes:c.map(x=>typeof x==='string'?t(x):x)});
const rows:any[]=[]; for(let i=0;i<2600;i++) rows.push(e('tr',{class:'row'},e('td',{class:'c','data-v-12':''},'序号'+i),e('td',{},e('a',{href:'/guide?code='+i,title:'公积金提取业务办理'},'公积金提取业务办理')),e('td',{style:'color:red'},'承诺时限3个工作日'),e('td',{},'咨询电话：020-83135078')));
const ev={type:2,data:{node:{type:0,id:1,childNodes:[e('html',{},e('body',{},e('table',{},e('tbody',{},...rows))))]}}};
console.log('nodes',id);
for(let k=0;k<6;k++){const s=performance.now();redactEvent(ev);console.log((performance.now()-s).toFixed(1),'ms')}
const big='姓名：张三，电话13800138000，'.repeat(20000); for(const s of [big,'1 '.repeat(300000),'a'.repeat(600000),'1-'.repeat(300000),'姓名:'.repeat(150000),'地址：联系地址:啊'.repeat(50000),'http://a'.repeat(70000),'a1'.repeat(300000),'@a.'.repeat(200000),'*1'.repeat(300000),'12345678901234567 '.repeat(30000), '姓名：'+'啊'.repeat(600000),'联系地址：'+'啊 '.repeat(300000),'张'.repeat(500000)+'您好']){const a=performance.now();redactText(s);console.log(s.slice(0,8),s.length,(performance.now()-a).toFixed(0),'ms')}
