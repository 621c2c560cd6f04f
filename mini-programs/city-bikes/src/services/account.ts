import type { Problem, Profile } from '../types';

/** The answer of my.getOpenUserInfo: fields, or a JSON text with another `response` in it, as the wallet has it. */
interface OpenUserInfo extends Partial<Profile> {
  response?: string;
}

/** What the user has agreed to share with a tap on the button. */
export async function walletProfile(): Promise<Profile> {
  const answer: OpenUserInfo = await my.getOpenUserInfo({});
  const { nickName = '', avatar = '' } = answer.response ? JSON.parse(answer.response).response : answer;
  return { nickName, avatar };
}

export async function walletPhone(): Promise<string> {
  const { response } = await my.getPhoneNumber({});
  return JSON.parse(response).response.mobile ?? '';
}

/** A session at our own server; the code is good for one exchange. */
export async function signIn(): Promise<boolean> {
  const { authCode } = await my.getAuthCode({ scopes: ['auth_base'] });
  const { data } = await my.request({
    url: 'https://citybikes.example/session',
    method: 'POST',
    data: { authCode },
  });
  return (data as { ok: boolean }).ok;
}

export function sentence({ error }: Problem): string {
  if (error === 11 || error === 1001) return 'No profile, no problem: you can ride without one.';
  if (error === 40006) return 'Your wallet does not share this with us.';
  if (error === 10 || error === 1003) return 'The wallet took too long. Please try again.';
  return 'That did not work. Please try again in a moment.';
}
