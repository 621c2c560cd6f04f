/** Where a program's logo is: a whole URL as it stands, else a file of the program, relative to the page. */
export function logoUrl(program: { logo: string; path: string }): string {
  if (program.logo === '' || /^(data|https?):/i.test(program.logo)) return program.logo;
  const file = program.logo.replace(/^\/+/, '');
  return file.split('/').includes('..') ? '' : program.path + file;
}

/** The logo on a sheet of the wallet: a program's sheet names the file as the program does. */
export function sheetLogo(run: { program: { path: string } } | undefined, logo: string): string {
  return logoUrl({ logo, path: run?.program.path ?? '' });
}
