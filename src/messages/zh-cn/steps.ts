import type { steps as english } from '../en/steps.ts';

export const steps: typeof english = {
  texts: {
    'jsapi.getAuthCode': {
      title: '请求授权码',
      wallet:
        '钱包里的 SDK 检查调用，按客户端编号找到小程序，再询问钱包的 OAuthService。此时用户什么也看不到。',
      yours:
        '在用户开始需要授权的操作时再调用。成功后立即把 authCode 发给你的服务器：它只能用一次，有效期只有几分钟。并处理 fail。',
    },
    'spi.getAuthorizedScopes': {
      title: '钱包能授予哪些范围？',
      wallet: '服务给出该钱包支持授予这个小程序的范围，通常来自配置。',
      yours: '请求的每个范围都要先在平台上申请；否则还没有询问用户就会被拒绝。',
    },
    'spi.getAuthCode': {
      title: '向钱包的服务索取授权码',
      wallet: '服务让钱包后台签发授权码。如果需要用户先同意，就应答 2001，弹窗之后会再问一次。',
      yours: '无需处理：这是钱包与其服务之间的事。你得到的授权码就是这里的应答。',
    },
    'spi.showAuthPage': {
      title: '显示授权页',
      wallet: '服务弹窗列出需要同意的范围。空的应答表示用户已同意。',
      yours: '无需处理。弹窗里你的名称和标志来自你在平台上的登记。',
    },
    'user.authorize': {
      title: '由用户决定',
      wallet: '用户看到是谁、要什么、涉及自己的哪些资料；可以同意、拒绝或离开。',
      yours: '为每种结局做好准备：只同意一部分、拒绝、关闭弹窗，以及毫无回应。',
    },
    'wallet.submitConsent': {
      title: '保存用户同意的内容',
      wallet: '服务告诉钱包后台用户同意了哪些范围。此后不再询问。',
      yours: '无需处理。用户以后可以在钱包设置里收回；那时你的令牌可能失效。',
    },
    'wallet.issueCode': {
      title: '签发授权码',
      wallet: '后台核对授权，签发与该小程序、该用户和这些范围绑定的授权码。',
      yours: '无需处理。不要保存或记录授权码：谁拿到它，谁就能换取令牌。',
    },
    'merchant.request': {
      title: '发给商户服务器',
      wallet: '服务器域名在小程序的允许列表里时，钱包才放行请求。',
      yours: '用 HTTPS 把授权码发给你自己的服务器，让它应答你自己的会话，绝不要应答令牌。',
    },
    'openapi.applyToken': {
      title: '用授权码换令牌',
      wallet: '平台核对签名、客户端和授权码，作废该授权码，应答访问令牌和刷新令牌。',
      yours: '只从服务器调用，每个授权码只调用一次。两个令牌都留在服务器上。失败时请用户重新登录。',
    },
    'openapi.inquiryUserInfo': {
      title: '查询用户是谁',
      wallet: '平台按令牌的范围应答字段，前提是钱包有这些资料。',
      yours: '要预期字段会缺少：得到的范围可能少于请求的，用户也未必什么资料都有。',
    },
    'openapi.cancelToken': {
      title: '撤销令牌',
      wallet: '平台使访问令牌及其刷新令牌失效。',
      yours: '在用户退出登录或注销时调用，并忘掉两个令牌。',
    },
    'user.input': {
      title: '用户点按或输入',
      wallet: '钱包把触摸和按键传给页面。',
      yours: '立即回应，并在调用进行中禁用按钮。',
    },
    'html5.storage': {
      title: '页面存储内容',
      wallet: '钱包按用户和小程序保存 localStorage、sessionStorage 和 Cookie。',
      yours: '不要存放落入他人之手会造成损害的内容，并要预期它可能消失。',
    },
  },
  anyJsapi: (name) => ({
    title: `调用 my.${name}`,
    wallet: '钱包里的 SDK 检查参数、完成工作，并应答一次 success 或 fail。',
    yours: '处理 success 和 fail；每个钱包实现的接口各不相同，请用 my.canIUse 询问。',
  }),
  anyOther: (step) => ({ title: step, wallet: '双方彼此通信，小程序看不到。', yours: '无需处理。' }),

  failures: {
    rejected: '接受拒绝：让用户继续使用，说明哪些功能不可用，只在用户再次开始该操作时才询问。',
    dismissed: '暂且视为拒绝：保持页面不变，按钮留在原处。',
    backedOut: '视为拒绝：用户按了返回。保持页面不变，不要马上再问。',
    backgrounded: '视为没有回应：用户中途离开。保持页面不变，让用户自己重新开始。',
    cancelled: '视为拒绝：用户在钱包自己的页面里取消了。只在用户再次开始时才询问。',
    timeout: '说明等待过久，并提供重试。不要自行循环调用。',
    serviceError: '说明钱包登录暂时不可用，并提供稍后重试。',
    systemError: '说明钱包登录暂时不可用，并提供稍后重试。',
    unknownError: '显示简单的提示并提供重试，同时把错误码和时间记入日志以便排查。',
    emptyCode: '即使在 success 里也要检查 authCode，缺少时按可重试的失败处理。',
    pending: '调用进行中禁用按钮：该用户的另一次授权尚未结束。',
    badArguments: '更正调用：把 scopes 与该钱包文档的参数表对照。',
    noScope: '只请求该钱包认识的范围：逐字核对名称。',
    noPermission: '先在平台上申请要请求的范围，并确认该钱包提供它们。',
    firstScreen: '晚一点再问：不要在首屏，而是在用户开始需要授权的操作时。',
    hostFailure: '显示简单的提示并提供重试。调用本身没有需要更正之处。',
  },
  failureNames: {
    rejected: '用户点击拒绝',
    dismissed: '用户关闭弹窗',
    backedOut: '用户按返回离开',
    backgrounded: '应用切到后台',
    cancelled: '用户在钱包自己的页面里取消',
    timeout: '没有人及时应答',
    serviceError: '钱包的服务不可用',
    systemError: '钱包的系统出错',
    unknownError: '钱包的服务给出未知的应答',
    emptyCode: '钱包的应答里没有授权码',
    pending: '另一次授权尚未结束',
    badArguments: '参数不正确',
    noScope: '钱包不认识任何一个范围',
    noPermission: '没有一个范围可以授予该小程序',
    firstScreen: '首屏授权被拒绝',
    hostFailure: '超级应用自身出错',
  },
  advice: {
    jsapi: '用你自己的话告诉用户什么失败了，并提供重试。不要把错误码给用户看。',
    spi: '你的代码只看到 my.getAuthCode 的结局：方言会翻译这个失败。请在那里处理。',
    user: '你的代码只看到 my.getAuthCode 的结局。接受用户的决定，不要马上再问。',
    wallet: '你的代码只看到 my.getAuthCode 的结局。调用本身没有需要更正之处。',
    merchant: '说明无法连接你的服务器，并提供重试。授权码可能已用掉：请重新获取。',
    openapi: '在服务器上读取 resultStatus。F：不要重试，请用户重新登录。U：结果未知，谨慎重试。',
    html5: '要预期存储可能已满或已消失。',
    plus: '告诉用户什么失败了，并提供重试。',
  },
  goneAdvice: '调用方已经离开，不会执行任何回调。页面再次打开时请从干净的状态开始。',
  waitingAdvice: '显示正在进行中，并确保可以离开。',

  endings: {
    agree: '已同意',
    reject: '点击了拒绝',
    close: '用关闭按钮关闭',
    escape: '按了 Escape 或手机的返回键',
    background: '应用切到后台',
    timeout: '没有人及时应答',
    failed: '无法显示弹窗',
  },
};
