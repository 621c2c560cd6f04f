/** Chinese words for what the data says in English. Keys are the data's own ids; what is not here stays English. */

export const scopeLabels: Record<string, string> = {
  auth_base: '获知你的用户编号',
  auth_user: '获知你的用户编号、昵称和头像',
  USER_ID: '获知你的用户编号',
  USER_NICKNAME: '获知你的昵称',
  USER_NAME: '获知你的姓名',
  USER_LOGIN_ID: '获知你的登录手机号（隐去部分数字）',
  PLAINTEXT_USER_LOGIN_ID: '获知你的完整登录手机号',
  HASH_LOGIN_ID: '识别你的登录手机号，但看不到号码',
  USER_AVATAR: '查看你的头像',
  USER_GENDER: '获知你的性别',
  USER_BIRTHDAY: '获知你的生日',
  USER_NATIONALITY: '获知你的国籍',
  USER_CONTACTINFO: '获知你的电话号码和电子邮箱',
  USER_ADDRESS: '获知你的地址',
  PLAINTEXT_MOBILE_PHONE: '获知你的完整手机号',
  SEND_MESSAGE: '通过短信、推送或收件箱给你发消息',
  NOTIFICATION_INBOX: '向你在本应用的收件箱发消息',
  auth_zhima: '查看你的芝麻信用信息',
  AGREEMENT_PAY: '从你的余额或银行卡扣款，不再逐次询问',
};

export const dataWords: Record<string, string> = { 'profile picture': '头像', female: '女', male: '男' };

export const personaTexts: Record<string, { title: string; description: string }> = {
  lena: {
    title: 'Lena Hoffmann · 首次使用',
    description: '资料齐全，从未授权过：每个非静默的范围都会询问她。',
  },
  omar: {
    title: 'Omar Al-Jubouri · 曾经授权',
    description: '此前已向每个小程序授予常用范围：他的大多数请求不会弹窗。',
  },
  sam: {
    title: 'Sam Okafor · 缺少资料',
    description: '从未填写资料：没有头像、性别、生日、姓名、地址和联系方式可提供。',
  },
  mateo: {
    title: 'Mateo Fuentes · 部分授权',
    description: '只向每个小程序授予了昵称和头像：混合请求会询问其余的范围。',
  },
  priya: {
    title: 'Priya Raman · 曾经拒绝',
    description: '有小程序请求她的资料和联系方式时拒绝过：会再次询问她，她也可以再次拒绝。',
  },
  xiaomei: {
    title: '李晓梅 · 中文姓名',
    description: '姓名是中文，姓在前：可检验小程序能否显示和保存。',
  },
  viktor: {
    title: 'Viktor Sandberg · 账户冻结',
    description: '钱包冻结了他的账户：仍可照常登录，商户服务器会得知他的状态为 FROZEN。',
  },
};

export const serviceTexts: Record<string, { title: string; description: string }> = {
  'in-memory': { title: '内存中的钱包', description: '用宿主的弹窗询问用户，由模拟的钱包后台签发授权码。' },
  'always-agrees': {
    title: '从不询问（文档 000）',
    description: '文档 000 的示例：支持 auth_base 和 auth_user，自行生成授权码，不弹窗。',
  },
};

const titles = (map: Record<string, string>) =>
  Object.fromEntries(Object.entries(map).map(([id, title]) => [id, { title }]));

export const outcomeTexts: Record<string, { title: string; when?: string }> = titles({
  // On the way.
  never: '永远没有应答',
  lost: '已执行，但应答丢失',
  slow: '要花 3 秒',
  late: '应答来得太晚',
  twice: '应答到达两次',
  // user.authorize
  agree: '用户全部同意',
  'agree-to-nothing': '用户取消全部勾选后同意',
  reject: '用户拒绝',
  close: '用户关闭弹窗',
  escape: '用户按返回键',
  background: '应用切到后台',
  'user.authorize/timeout': '没有人及时应答',
  failed: '无法显示弹窗',
  // spi.*
  'unknown-error': '未知错误',
  'user-cancel': '用户在钱包的页面里取消',
  'service-error': '钱包的服务不可用',
  timeout: '钱包后台没有及时应答',
  pending: '用户尚未同意',
  'system-error': '系统出错',
  threw: '钱包的服务抛出错误',
  malformed: '应答的形状不对',
  'unlisted-code': '没有列出的错误码',
  'error-without-code': '没有错误码的错误',
  'react-native-page': '服务想显示 React Native 页面',
  'no-scopes': '钱包不支持任何范围',
  'auth-base-only': '钱包只支持 auth_base',
  'spi.getAuthorizedScopes/empty': '应答里没有 authorizedScopes',
  'spi.getAuthCode/empty': '应答里没有授权码',
  'code-without-asking': '不询问用户就给出授权码',
  'scope-not-bound': '给出授权码，但服务拒绝 auth_user',
  'agreed-unasked': '服务说已同意，但没有问过任何人',
  // wallet.*
  down: '钱包后台不可用',
  network: '连接中断',
  cancelled: '用户在钱包自己的核验中取消',
  'not-agreed': '后台不知道有过同意',
  'account-inactive': '用户的账户不可用',
  'wallet.issueCode/empty': '后台的应答里没有授权码',
  // jsapi.*
  'refused-scopes-only': '只有被拒绝的范围，没有错误码',
  'unknown-code': '钱包不认识的授权码',
  'success-without-code': '成功但没有授权码',
  'not-implemented': '钱包没有这个接口（1）',
  'bad-parameter': '参数不正确（2）',
  'no-permission': '小程序无权调用（4）',
  'jsapi.confirm/cancel': '用户取消',
  'jsapi.prompt/cancel': '用户取消',
  'jsapi.showActionSheet/cancel': '用户取消',
  offline: '没有网络',
  'storage-full': '存储已满（12）',
  'data-too-long': '数据过长（14）',
  // merchant.request
  'http-401': '会话已结束（401）',
  'http-403': '服务器拒绝（403）',
  'http-404': '地址不存在（404）',
  'http-429': '请求过多（429）',
  'http-500': '服务器出错（500）',
  'http-503': '服务器维护中（503）',
  'not-json': '应答是 HTML 页面而不是 JSON',
  'merchant.request/empty': '空的应答',
  'network-1': '应答之前页面已离开',
  'network-2': '请求的参数不正确',
  'network-4': '小程序无权访问该服务器',
  'network-11': '服务器不在列表里（以 11 表示）',
  'network-12': '没有网络',
  'network-13': '服务器没有及时应答',
  'network-14': '应答无法解码',
  'network-15': '参数无法编码',
  'network-19': 'HTTP 错误作为失败（19）',
  'network-20': '请求被停止',
  'network-23': '代理失败',
  // openapi.*
  'unknown-exception': '未知异常（UNKNOWN_EXCEPTION）',
  'request-traffic-exceed-limit': '请求超过流量限制（REQUEST_TRAFFIC_EXCEED_LIMIT）',
  'process-fail': '业务处理失败（PROCESS_FAIL）',
  'param-illegal': '参数非法（PARAM_ILLEGAL）',
  'access-denied': '拒绝访问（ACCESS_DENIED）',
  'invalid-api': '接口无效（INVALID_API）',
  'auth-client-unsupported-grant-type': '客户端不支持该授权类型（AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE）',
  'invalid-auth-client': '客户端无效（INVALID_AUTH_CLIENT）',
  'invalid-auth-client-status': '客户端状态无效（INVALID_AUTH_CLIENT_STATUS）',
  'invalid-refresh-token': '刷新令牌无效（INVALID_REFRESH_TOKEN）',
  'expired-refresh-token': '刷新令牌已过期（EXPIRED_REFRESH_TOKEN）',
  'used-refresh-token': '刷新令牌已使用（USED_REFRESH_TOKEN）',
  'invalid-code': '授权码无效（INVALID_CODE）',
  'used-code': '授权码已使用（USED_CODE）',
  'expired-code': '授权码已过期（EXPIRED_CODE）',
  'reference-client-id-not-match': '客户端编号不符（REFERENCE_CLIENT_ID_NOT_MATCH）',
  'expired-agent-token': '代理令牌已过期（EXPIRED_AGENT_TOKEN）',
  'invalid-agent-token': '代理令牌无效（INVALID_AGENT_TOKEN）',
  'invalid-access-token': '访问令牌无效（INVALID_ACCESS_TOKEN）',
  'expired-access-token': '访问令牌已过期（EXPIRED_ACCESS_TOKEN）',
  'success-without-data': '成功，但内容是空的',
  'openapi.applyToken/http-500': '平台出错（HTTP 500）',
  'openapi.inquiryUserInfo/http-500': '平台出错（HTTP 500）',
  'openapi.cancelToken/http-500': '平台出错（HTTP 500）',
});
