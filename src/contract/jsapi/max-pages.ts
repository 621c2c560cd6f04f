/** The most pages that the super app keeps (the platform's page on routing). Apart from the schemas, which no frame needs. */
export const MAX_PAGES = 10;
