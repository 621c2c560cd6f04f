import { tradePayArgs } from '../../contract/jsapi/phone';
import { PAY_RESULTS } from '../../contract/jsapi/results.ts';
import { checked } from './checked.ts';
import type { JsapiHandler } from './context.ts';

/**
 * `my.tradePay({tradeNO | orderStr | paymentUrl})`: a stand-in for the wallet's cashier, labelled so. `{resultCode}`: 9000 paid,
 * 6001 the user cancelled; both are success (the platform's page), and so are the other results, by rule.
 */
const tradePay = checked(tradePayArgs, async (args, { run, device, dialect, signal }) => {
  const order = args.tradeNO || args.orderStr || args.paymentUrl || '';
  const { confirm } = await device.present<'confirm'>(
    run,
    {
      kind: 'confirm',
      about: 'pay',
      title: '',
      content: order.slice(0, 200),
      confirmButtonText: dialect.defaults.okText,
      cancelButtonText: dialect.defaults.cancelText,
    },
    signal,
  );
  return { success: { resultCode: confirm ? PAY_RESULTS.paid : PAY_RESULTS.cancelled } };
});

/** Payment: the platform's page on my.tradePay. */
export const payHandlers: Readonly<Record<string, JsapiHandler>> = { tradePay };
