/** Results and errors of calls for files, places and payment (the platform's pages). */

/** The errors of uploads and downloads. */
export const FILE_ERRORS = { noFile: 11, failed: 12, noPermission: 13 } as const;

/** The user has left: choosing pictures, a date, a contact (11); a scan (10). */
export const CANCELLED = { error: 11, errorMessage: 'the user cancelled the operation' } as const;
export const SCAN_CANCELLED = { error: 10, errorMessage: 'the user cancelled the operation' } as const;

/** The results of a payment. */
export const PAY_RESULTS = {
  paid: '9000',
  processing: '8000',
  failed: '4000',
  cancelled: '6001',
  network: '6002',
  unknown: '6004',
} as const;
