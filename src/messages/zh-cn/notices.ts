import type { notices as english } from '../en/notices.ts';
import type { NoticeText, Params } from '../params.ts';
import { axmlNotices } from './axml-notices.ts';

const notice =
  (what: (p: Params) => string, next: (p: Params) => string) =>
  (p: Params): NoticeText => ({ what: what(p), next: next(p) });
const kb = (units: string | number | undefined) => `${Math.round(Number(units) / 1024)} KB`;
const place = (p: Params) => (p.file ? `（${p.file}${p.line ? ` 第 ${p.line} 行` : ''}）` : '');

export const notices: typeof english = {
  unknownOption: notice(
    (p) => `调用 ${p.api} 时使用了它不认识的选项“${p.option}”。`,
    (p) =>
      p.suggestion
        ? `是不是想写“${p.suggestion}”？照现在的写法，它永远不会被用到。`
        : '请删除它：它永远不会被用到。',
  ),
  notImplemented: notice(
    (p) => `这里没有实现 ${p.api}。调用以错误 1 失败。`,
    () => '调用前先用 my.canIUse 询问，并处理失败的情况。',
  ),
  badArguments: notice(
    (p) => `调用 ${p.api} 的参数不可接受：${p.problem}`,
    () => '请更正参数。调用已按本方言对应的错误码失败。',
  ),
  callbackThrew: notice(
    (p) => `${p.api} 的 ${p.callback} 回调抛出了错误：${p.message}${place(p)}`,
    () => '其他回调仍然执行了。请检查小程序里的这个回调。',
  ),
  programError: notice(
    (p) => `小程序抛出了未被捕获的错误：${p.message}${place(p)}`,
    () => '请检查小程序里的这个位置。',
  ),
  sourceError: notice(
    (p) => `小程序的一部分无法运行：${p.message}${place(p)}`,
    () => '请在该处修正；保存文件后，小程序会自动重新启动。',
  ),
  sourceWarning: notice(
    (p) => `小程序源码中有一处的实际效果与写法不符：${p.message}${place(p)}`,
    () => '小程序仍会运行；请检查该处。',
  ),
  blocked: notice(
    (p) => `小程序试图加载 ${p.url}，但 ${p.directive} 不允许。`,
    () => '把文件放进小程序的文件夹，或把它的来源加到 miniauth.json 的“allow”里。',
  ),
  syncXhr: notice(
    (p) => `对 ${p.url} 的同步 XMLHttpRequest 失败：小程序不能这样等待。`,
    () => '请使用 my.request 或 fetch。',
  ),
  pageDialog: notice(
    (p) => `页面调用了 ${p.dialog}()，沙箱框架来不及显示并应答。`,
    () => '请使用 my.alert、my.confirm 或 my.prompt。',
  ),
  nestedFrame: notice(
    () => '页面打开了自己的框架，其中没有“my”。',
    () => '请在页面本身里调用“my”。',
  ),
  popup: notice(
    (p) => `页面试图打开新窗口${p.url ? `（${p.url}）` : ''}。小程序一次只有一个页面。`,
    () => '请使用链接或 my.navigateTo。',
  ),
  badMessage: notice(
    (p) => `框架发来了无法理解的报文。应为 ${p.expected}，收到的是 ${p.message}`,
    () => '没有对它做任何处理。小程序只应通过“my”通信。',
  ),
  tooLong: notice(
    (p) => `${p.api} 发送了 ${kb(p.length)} 的报文，最多允许 ${kb(p.limit)}。`,
    () => '请每次少发一些。该报文在被读取之前就已丢弃。',
  ),
  firstScreen: notice(
    () => '小程序在首屏、用户还没有任何操作时就请求授权。',
    () => '请在用户开始需要授权的操作时再请求：小程序审核会因此拒绝（文档 002，常见问题 2）。',
  ),
  tokenLeak: notice(
    (p) => `${p.url} 的商户服务器把令牌发给了小程序。`,
    () => '令牌应留在服务器上，给小程序的应当是你自己的会话。',
  ),
  defaultMerchant: notice(
    (p) => `没有路由匹配 ${p.url}，但请求里带有有效的授权码，所以由默认商户完成了登录。`,
    () => '在 miniauth.json 的“merchant.routes”里添加路由，即可自行决定应答。',
  ),
  noRoute: notice(
    (p) => `商户服务器没有路由匹配 ${p.method} ${p.url}。请求以错误 12 失败。`,
    () => '请在 miniauth.json 的“merchant.routes”里添加路由。',
  ),
  serviceShape: notice(
    (p) => `OAuthService 对 ${p.step} 的应答形状不对。应为 ${p.expected}，收到的是 ${p.received}。`,
    () => '已按 SPI 错误 1000 处理。请把服务与文档 000 对照。',
  ),
  serviceThrew: notice(
    (p) => `OAuthService 在 ${p.step} 抛出了错误：${p.message}`,
    () => '已按 SPI 错误 1002 处理。请用“error”应答，而不要抛出。',
  ),
  serviceNumberCode: notice(
    (p) =>
      p.code === 'none'
        ? `OAuthService 对 ${p.step} 的应答有错误但没有错误码。`
        : `OAuthService 对 ${p.step} 的应答用数字 ${p.code} 作为错误码。`,
    () => '已接受。在文档 000 里错误码是字符串，见 BASE_SERVICE_ERROR_CODE。',
  ),
  serviceNoCode: notice(
    (p) => `OAuthService 对 ${p.step} 的应答里没有代码。`,
    () => '已按 1000 处理。请填写“error.code”。',
  ),
  reactNativePage: notice(
    (p) => `OAuthService 想在 ${p.step} 显示 React Native 页面“${p.module}”。本模拟器做不到。`,
    () => '应答时不要设置 showReactNativePage，即可留在小程序内。',
  ),
  unknownScope: notice(
    (p) => `授权范围“${p.scope}”不在 ${p.dialect} 的列表里。`,
    () => '请检查拼写（区分大小写），或选择有它的方言。',
  ),
  scopeNotApplied: notice(
    (p) => `${p.program} 从未申请过授权范围“${p.scope}”，所以钱包拒绝它。`,
    () => '像在平台上申请那样，把它加到 miniauth.json 的“scopes”里。',
  ),
  focusTheft: notice(
    (p) => `小程序从授权弹窗抢走了键盘焦点（至今 ${p.count} 次）。`,
    () => '只在用户自己点按之后才调用 focus()。继续这样做会被拒绝。',
  ),
  focusTheftRefused: notice(
    (p) => `授权弹窗已撤下：小程序抢夺键盘焦点 ${p.count} 次。`,
    () => '没有授予任何权限。请查找定时器或 blur 处理函数里的 focus() 调用。',
  ),
  noHello: notice(
    () => '页面已加载，但其中的模拟器脚本始终没有应答。',
    () => '请重新加载。如果仍无应答：页面是否替换了整个文档，或用自己的策略禁止了脚本？',
  ),
  navigatedAway: notice(
    (p) => `小程序离开自己的文件去了 ${p.url}，已被停止。`,
    () => '小程序只能停留在自己的页面里。重新加载即可再次启动。',
  ),
  flood: notice(
    (p) => `小程序在一秒内发送了超过 ${p.limit} 条报文，已被停止。`,
    () => '请查找循环里的调用，或调用自身的回调。重新加载即可再次启动。',
  ),
  unresponsive: notice(
    () => '小程序没有响应：似乎有脚本在无休止地运行。',
    () => '停止它，查找死循环，然后重新加载。',
  ),
  crashed: notice(
    () => '小程序的框架崩溃了。',
    () => '重新加载即可再次启动。是不是内存耗尽了？',
  ),
  pathOrigin: notice(
    () => '小程序运行在本页来源的一个路径下，因为无法访问它自己的主机名。',
    () => '以“/”开头的路径可能找不到文件；小程序里的死循环会拖慢其他小程序。',
  ),
  staticBuild: notice(
    () => '本页来自普通的网页服务器：只能运行示例。',
    () => '用“npm start”启动模拟器，即可运行你自己的文件夹。',
  ),
  notWatched: notice(
    (p) => `无法监视“${p.program}”的文件：${p.reason}`,
    () => '其他一切正常；修改后请使用“重新加载”。',
  ),
  storageFull: notice(
    (p) => `没有存入“${p.key}”：${p.problem}`,
    () => '少存一些，或删除不需要的内容，并处理失败的情况。',
  ),
  diverged: notice(
    (p) => `小程序在 ${p.hop} 处走了与之前不同的路：应为 ${p.expected}，实为 ${p.found}。`,
    () => '从这里起为实时运行，并已停住。依赖时间或随机数的程序无法原样重跑。',
  ),
  sessionNotKept: notice(
    (p) => `此浏览器不存储会话：${p.reason}`,
    () => '重新加载页面会开始新的会话。如需留存，请先导出。',
  ),
  sessionSetAside: notice(
    (p) => `本标签页存储的会话无法打开：${p.problem}`,
    () => '已开始新的会话。可在“打开文件”中保存存储的会话。',
  ),
  addressProblem: notice(
    (p) => `本页地址中的 ${p.name}=${p.value} 在这里没有意义。`,
    (p) => `应为：${p.expected}。已忽略。`,
  ),
  ruleUnused: notice(
    (p) => `为 ${p.step} 选定了结果，但小程序没有走到那一步。`,
    () => '移除该结果，或在小程序里完成通往那一步的操作。',
  ),
  ...axmlNotices,
};
