import { z } from 'zod/mini';

/** Arguments of the calls that use the phone or let the user pick something (the platform's pages on device, location, UI). */
const number = z.union([z.number(), z.string().check(z.regex(/^-?\d+(\.\d+)?$/))]);
const text = z.nullish(z.union([z.string(), z.number()]));

export const scanArgs = z.object({
  type: z.nullish(z.string()),
  scanType: z.nullish(z.union([z.string(), z.array(z.string())])),
  hideAlbum: z.nullish(z.boolean()),
});

export const makePhoneCallArgs = z.object({ number: z.union([z.string(), z.number()]) });

/** A contact's fields are many; all are shown. */
export const addPhoneContactArgs = z.record(z.string(), z.unknown());

/** `type` 0: coordinates; above: the address, too. */
export const getLocationArgs = z.object({ type: z.nullish(number), cacheTimeout: z.nullish(number) });

export const openLocationArgs = z.object({
  longitude: number,
  latitude: number,
  name: text,
  address: text,
});

/** The forms of a date, as `format` may name them, and the control that picks one. */
export const DATE_FORMATS = {
  'yyyy-MM-dd': 'date',
  'HH:mm': 'time',
  'HH:mm:ss': 'time',
  'yyyy-MM': 'month',
  yyyy: 'year',
  'yyyy-MM-dd HH:mm': 'datetime',
  'yyyy-MM-dd HH:mm:ss': 'datetime',
} as const;
export type DateFormat = keyof typeof DATE_FORMATS;

export const datePickerArgs = z.object({
  format: z.nullish(z.enum(Object.keys(DATE_FORMATS) as [DateFormat, ...DateFormat[]])),
  currentDate: text,
  startDate: text,
  endDate: text,
});

const options = z.array(z.union([z.string(), z.number()])).check(z.maxLength(1_000));
const index = z.nullish(z.int().check(z.minimum(0)));
export const optionsSelectArgs = z.object({
  title: text,
  optionsOne: options.check(z.minLength(1)),
  optionsTwo: z.nullish(options),
  selectedOneIndex: index,
  selectedTwoIndex: index,
  positiveString: text,
  negativeString: text,
});

/** One of the three names the order; which one, the wallet's payment service says. */
export const tradePayArgs = z
  .object({
    tradeNO: z.nullish(z.string()),
    orderStr: z.nullish(z.string()),
    paymentUrl: z.nullish(z.string()),
  })
  .check(
    z.refine(({ tradeNO, orderStr, paymentUrl }) => Boolean(tradeNO || orderStr || paymentUrl), {
      path: ['tradeNO'],
      message: 'the number of an order here, or orderStr, or paymentUrl',
    }),
  );
